using System.Text.RegularExpressions;

namespace Trellis.Groups.Intake;

internal static partial class Postcodes
{
    /// <summary>In capitals with one space; null where it is no full postcode.</summary>
    public static string? Tidy(string text)
    {
        var letters = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return letters.Length is >= 5 and <= 7 && Form().IsMatch(letters) ? $"{letters[..^3]} {letters[^3..]}" : null;
    }

    [GeneratedRegex("^(GIR0AA|[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2})$")]
    private static partial Regex Form();
}
