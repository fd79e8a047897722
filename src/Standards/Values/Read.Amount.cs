namespace Trellis.Standards.Values;

public static partial class Read
{
    /// <summary>One million million pounds, in pence: no grant and no payment is larger.</summary>
    private const long LargestPence = 100_000_000_000_000;

    /// <summary>
    /// An amount of pounds, in pence: 1234.5, £1,234.50, 1 234.50, -12, 12-, (12.00), £-12.00, 12.00 GBP, 75186.0.
    /// Refused: 1.2k, 1.2E+05, other currencies, commas in odd places, and 1.234, which could be a thousand.
    /// More than three places are rounded to the nearest penny with a note.
    /// </summary>
    public static Reading<long> Pence(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (PlainPence(trimmed, out var pence))
        {
            return pence;
        }

        return Text.IsBlank(trimmed) ? default : Dressed(trimmed);
    }

    /// <summary>The quick way for an optional minus, figures, and at most two places.</summary>
    private static bool PlainPence(ReadOnlySpan<char> text, out long pence)
    {
        pence = 0;
        var negative = text is ['-', ..];
        var point = -1;
        if (text.Length is 0 or > 15)
        {
            return false;
        }

        for (var i = negative ? 1 : 0; i < text.Length; i++)
        {
            if (text[i] == '.' && point < 0)
            {
                point = i;
            }
            else if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }
            else
            {
                pence = (pence * 10) + text[i] - '0';
            }
        }

        var places = point < 0 ? 0 : text.Length - point - 1;
        var digits = text.Length - (negative ? 1 : 0) - (point < 0 ? 0 : 1);
        if (digits == 0 || places > 2)
        {
            return false;
        }

        pence *= places switch { 0 => 100, 1 => 10, _ => 1 };
        pence = negative ? -pence : pence;
        return Math.Abs(pence) <= LargestPence;
    }

    private static Reading<long> Dressed(ReadOnlySpan<char> text)
    {
        var figures = Undressed(text, out var negative);
        if (figures.IsEmpty || !Grouped(figures, out var bare))
        {
            return Reading<long>.Refused(WhyNoAmount(text));
        }

        var point = bare.IndexOf('.', StringComparison.Ordinal);
        var pounds = point < 0 ? bare : bare[..point];
        var places = point < 0 ? "" : bare[(point + 1)..].TrimEnd('0');
        if (places.Length == 3 && bare.Length - point - 1 == 3)
        {
            return Reading<long>.Refused($"{Text.Quoted(text)} has three places after the point: is it pounds and pence, or thousands?");
        }

        var significant = pounds.TrimStart('0');
        if (significant.Length > 13)
        {
            return Reading<long>.Refused($"{Text.Quoted(text)} is larger than any amount can be.");
        }

        var pence = (significant.Length == 0 ? 0 : long.Parse(significant)) * 100;
        var cents = places.PadRight(3, '0');
        pence += ((cents[0] - '0') * 10) + (cents[1] - '0') + (cents[2] >= '5' ? 1 : 0);
        return Math.Abs(pence) > LargestPence
            ? Reading<long>.Refused($"{Text.Quoted(text)} is larger than any amount can be.")
            : new Reading<long>(negative ? -pence : pence, null, places.Length > 2 ? $"{Text.Quoted(text)} was rounded to the nearest penny." : null);
    }

    /// <summary>Takes off the sign of pounds, brackets and minus, wherever they stand.</summary>
    private static ReadOnlySpan<char> Undressed(ReadOnlySpan<char> text, out bool negative)
    {
        negative = text is ['(', .., ')'];
        var left = negative ? text[1..^1].Trim() : text;
        for (var before = -1; before != left.Length;)
        {
            before = left.Length;
            left = left.Trim();
            if (left.StartsWith("GBP", StringComparison.OrdinalIgnoreCase))
            {
                left = left[3..];
            }
            else if (left.EndsWith("GBP", StringComparison.OrdinalIgnoreCase))
            {
                left = left[..^3];
            }
            else if (left is ['£', ..])
            {
                left = left[1..];
            }
            else if (!negative && left is ['-' or '−' or '–', _, ..])
            {
                negative = true;
                left = left[1..];
            }
            else if (!negative && left is [_, .., '-'])
            {
                negative = true;
                left = left[..^1];
            }
            else if (!negative && left is ['+', _, ..])
            {
                left = left[1..];
            }
        }

        return left;
    }

    /// <summary>Takes out commas (or spaces) where they part thousands; false where they stand elsewhere or anything else does.</summary>
    private static bool Grouped(ReadOnlySpan<char> text, out string bare)
    {
        bare = "";
        var point = text.IndexOf('.');
        var pounds = point < 0 ? text : text[..point];
        var places = point < 0 ? [] : text[(point + 1)..];
        if (places.ContainsAnyExceptInRange('0', '9') || (pounds.IsEmpty && places.IsEmpty) || text.Length > 40)
        {
            return false;
        }

        var parted = pounds.IndexOfAny(", \u00A0\u202F'") is var first and >= 0 ? pounds[first] : '\0';
        var groups = pounds.ToString().Split(parted);
        var sound = groups.All(g => !g.AsSpan().ContainsAnyExceptInRange('0', '9')) && (groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3)));
        bare = string.Concat(groups) + (point < 0 ? "" : "." + places.ToString());
        return sound;
    }

    private static string WhyNoAmount(ReadOnlySpan<char> text)
    {
        var last = char.ToUpperInvariant(text[^1]);
        var figures = text.ContainsAnyInRange('0', '9');
        return text.IndexOfAny("€$¥") >= 0 ? $"{Text.Quoted(text)} is not in pounds."
            : figures && last is 'K' or 'M' or 'B' ? $"{Text.Quoted(text)} is a rounded amount; please write it out, as in 1200.00."
            : figures && text.IndexOfAny("eE") > 0 ? $"{Text.Quoted(text)} was shortened by a spreadsheet; please write it out, as in 120000.00."
            : $"{Text.Quoted(text)} is not an amount; please write it as 1234.50.";
    }

    /// <summary>A whole number, with or without parted thousands: 1,234 or 75186.0.</summary>
    public static Reading<long> Whole(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        if (Text.IsBlank(trimmed))
        {
            return default;
        }

        var figures = Undressed(trimmed, out var negative);
        if (trimmed.Contains('£') || !Grouped(figures, out var bare))
        {
            return Reading<long>.Refused($"{Text.Quoted(trimmed)} is not a whole number.");
        }

        var point = bare.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? "" : bare[(point + 1)..].TrimEnd('0');
        return places.Length == 0 && long.TryParse(point < 0 ? bare : bare[..point], out var number)
            ? negative ? -number : number
            : Reading<long>.Refused($"{Text.Quoted(trimmed)} is not a whole number.");
    }
}
