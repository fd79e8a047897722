using System.Globalization;
using System.Text;

namespace Trellis.Platform.Places;

/// <summary>The part of an address that stands for a name: Hale Barns &amp; Timperley South is hale-barns-and-timperley-south.</summary>
public static class Slug
{
    private const int Longest = 80;

    /// <summary>Small letters and digits of ASCII, whatever signs the name is made of; words joined by a dash; "-" where nothing of the name is left.</summary>
    public static string From(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in FreeText.Whole(name).Replace("&", " and ", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                text.Append(char.ToLowerInvariant(letter));
            }
            else if (!IsInsideWord(letter) && text.Length > 0 && text[^1] != '-')
            {
                text.Append('-');
            }
        }

        var whole = text.ToString().TrimEnd('-');
        return whole.Length switch
        {
            0 => "-",
            > Longest => whole[..Longest].TrimEnd('-'),
            _ => whole,
        };
    }

    private static bool IsInsideWord(char letter) =>
        letter is '\'' or '’' || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark;
}
