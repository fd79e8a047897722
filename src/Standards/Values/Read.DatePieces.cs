namespace Trellis.Standards.Values;

public static partial class Read
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>Takes a date apart at everything that is no letter or digit, and decides by the pieces.</summary>
    private static Reading<PartialDate> Pieces(ReadOnlySpan<char> text)
    {
        var pieces = new List<string>(4);
        foreach (var range in WithoutTime(text).SplitAny(" /-.,\u00A0\t"))
        {
            var piece = text[range].ToString();
            if (piece.Contains(':', StringComparison.Ordinal) && pieces.Count > 0)
            {
                break;
            }

            if (piece.Length > 0 && !IsName(piece, Weekdays, out _))
            {
                pieces.Add(Cardinal(piece));
            }
        }

        if (Found(pieces) is { } found)
        {
            return found;
        }

        return Reading<PartialDate>.Refused($"{Text.Quoted(text)} is not a date; please write it as 2023-04-01 or 01/04/2023.");
    }

    /// <summary>The T between a day and a time of day; the T of 01-OCT-24, of 1ST and of SAT is part of a word.</summary>
    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text) =>
        text.LastIndexOf('T') is var at and > 0 && char.IsAsciiDigit(text[at - 1]) && IsTime(text[(at + 1)..]) ? text[..at] : text;

    private static PartialDate? Found(List<string> pieces) => pieces switch
    {
        [{ Length: 8 } run] when Digits(run, out _) => Whole(run[..4], run[4..6], run[6..]),
        [{ Length: 4 } year] => Part(year, "1", DatePart.Year),
        [{ Length: 4 } year, { Length: <= 2 } month] when year[0] is '1' or '2' && Digits(year, out _) && !IsSeason(year, month) => Part(year, month, DatePart.Month),
        [{ Length: <= 2 } month, { Length: 4 } year] => Part(year, month, DatePart.Month),
        [var month, var year] when IsName(month, Months, out _) => Part(year, month, DatePart.Month),
        [{ Length: 4 } year, var month] when IsName(month, Months, out _) => Part(year, month, DatePart.Month),
        [{ Length: 4 } year, var month, var day] => Whole(year, month, day),
        [var month, var day, { Length: 4 } year] when IsName(month, Months, out _) => Whole(year, month, day),
        [var day, var month, { Length: 2 or 4 } year] => Whole(year, month, day),
        _ => null,
    };

    private static PartialDate? Whole(string year, string month, string day) =>
        Year(year, out var y) && Month(month, out var m) && day.Length <= 2 && Digits(day, out var d) && Day(y, m, d, out var date)
            ? new PartialDate(date, DatePart.Day)
            : null;

    private static PartialDate? Part(string year, string month, DatePart known) =>
        Year(year, out var y) && Month(month, out var m) && Day(y, m, 1, out var date) ? new PartialDate(date, known) : null;

    /// <summary>2022-23 is a financial year, not a month; only what can be nothing but a month is taken for one.</summary>
    private static bool IsSeason(string year, string month) =>
        Digits(year, out var y) && Digits(month, out var m) && month.Length == 2 && m == (y + 1) % 100;

    private static bool Year(string text, out int year)
    {
        if (text.Length is not (2 or 4) || !Digits(text, out year))
        {
            year = 0;
            return false;
        }

        year += text.Length == 4 ? 0 : year < 50 ? 2000 : 1900;
        return true;
    }

    private static bool Month(string text, out int month) =>
        IsName(text, Months, out month) || (text.Length <= 2 && Digits(text, out month) && month is >= 1 and <= 12);

    /// <summary>A whole name, or its first three letters or more.</summary>
    private static bool IsName(string text, string[] names, out int number)
    {
        var index = text.Length < 3 ? -1 : Array.FindIndex(names, n => n.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        number = index + 1;
        return index >= 0;
    }

    /// <summary>1st, 2nd, 3rd, 4th as their figures.</summary>
    private static string Cardinal(string piece) =>
        piece.Length is 3 or 4 && char.IsAsciiDigit(piece[0]) && Digits(piece.AsSpan(0, piece.Length - 2), out _) && piece[^2..].ToUpperInvariant() is "ST" or "ND" or "RD" or "TH"
            ? piece[..^2]
            : piece;
}
