namespace Trellis.Standards.Values;

/// <summary>Reads values from cells as people wrote them: kind on form, strict on meaning. Where a text could mean two things, it is a fault.</summary>
public static partial class Read
{
    private const int LatestSerial = 73_050;

    private const int EarliestSerial = 20_000;

    /// <summary>
    /// A day: 2023-04-01, 2023-04-01T09:30:00Z, 20230401, 01/04/2023 (day first, as in Britain), 1.4.2023, 1 Apr 23, 1st April 2023, April 1, 2023,
    /// or the day number of a spreadsheet (45017, with a note). Two-digit years from 50 on are of the last century. A month without a day is a fault.
    /// </summary>
    public static Reading<DateOnly> Date(ReadOnlySpan<char> text)
    {
        var date = DateOrMonth(text);
        return date.Value switch
        {
            null => new Reading<DateOnly>(null, date.Fault),
            { Known: DatePart.Day } whole => new Reading<DateOnly>(whole.First, null, date.Note),
            { Known: DatePart.Month } => Reading<DateOnly>.Refused($"{Text.Quoted(text)} is a month; the day is missing."),
            _ => Reading<DateOnly>.Refused($"{Text.Quoted(text)} is a year; the day and the month are missing."),
        };
    }

    /// <summary>A day as in <see cref="Date"/>, a month (04/2023, 2023-04, Apr 2023, Apr-23) or a year (2023).</summary>
    public static Reading<PartialDate> DateOrMonth(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (IsoDay(trimmed, out var iso))
        {
            return new PartialDate(iso, DatePart.Day);
        }

        if (Text.IsBlank(trimmed))
        {
            return default;
        }

        return Serial(trimmed) ?? Pieces(trimmed);
    }

    /// <summary>The quick way for the form nearly all files have; whatever follows as a time of day is passed over.</summary>
    private static bool IsoDay(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        return text.Length >= 10 && text[4] == '-' && text[7] == '-'
            && (text.Length == 10 || (text[10] is 'T' or 't' or ' ' && IsTime(text[11..])))
            && Digits(text[..4], out var year) && Digits(text[5..7], out var month) && Digits(text[8..10], out var ofMonth)
            && Day(year, month, ofMonth, out day);
    }

    private static Reading<PartialDate>? Serial(ReadOnlySpan<char> text)
    {
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        if (whole.Length != 5 || !Digits(whole, out var serial) || (point >= 0 && !Digits(text[(point + 1)..], out _)))
        {
            return null;
        }

        return serial is >= EarliestSerial and <= LatestSerial
            ? new Reading<PartialDate>(new PartialDate(new DateOnly(1899, 12, 30).AddDays(serial), DatePart.Day), null, $"{Text.Quoted(text)} was read as the day number of a spreadsheet.")
            : null;
    }

    private static bool IsTime(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit(letter) && letter is not (':' or '.' or '+' or '-' or 'Z' or 'z' or ' ' or 'A' or 'P' or 'M' or 'a' or 'p' or 'm'))
            {
                return false;
            }
        }

        return text.Contains(':') || text.Length is 2 or 4;
    }

    private static bool Day(int year, int month, int ofMonth, out DateOnly day)
    {
        var exists = year is >= 1000 and <= 2999 && month is >= 1 and <= 12 && ofMonth >= 1 && ofMonth <= DateTime.DaysInMonth(year, month);
        day = exists ? new DateOnly(year, month, ofMonth) : default;
        return exists;
    }

    private static bool Digits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        if (text.IsEmpty || text.Length > 9)
        {
            return false;
        }

        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit(letter))
            {
                return false;
            }

            number = (number * 10) + letter - '0';
        }

        return true;
    }
}
