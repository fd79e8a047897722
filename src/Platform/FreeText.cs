using System.Text;
using System.Text.RegularExpressions;

namespace Trellis.Platform;

/// <summary>Text that people typed, fit to be kept by both databases: line ends alike, no signs that cannot be seen.</summary>
public static partial class FreeText
{
    /// <summary>Null where nothing is left.</summary>
    public static string? Tidy(string? typed)
    {
        var text = new string([.. (typed ?? "").ReplaceLineEndings("\n").Where(sign => sign == '\n' || !(char.IsControl(sign) || IsNone(sign)))]).Trim();
        return text.Length == 0 ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)); // halves of signs become a mark
    }

    /// <summary>A text of any origin in which halves of signs, and signs that are none, are a mark: a text with one of them cannot be brought into a normal form.</summary>
    public static string Whole(string text)
    {
        var isWhole = true;
        foreach (var sign in text)
        {
            isWhole &= !(char.IsSurrogate(sign) || IsNone(sign));
        }

        return isWhole ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD');
    }

    private static bool IsNone(char sign) => sign is '\uFFFE' or '\uFFFF';

    /// <summary>The same on one line, with one space between words.</summary>
    public static string? Line(string? typed) =>
        Tidy(typed) is { } text ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;

    /// <summary>The same for prose that may name people. Email addresses are written small, as they are kept elsewhere, so that erasing somebody finds theirs.</summary>
    public static string? TidyProse(string? typed) => Tidy(typed) is { } text ? MailAddresses().Replace(text, address => address.Value.ToLowerInvariant()) : null;

    [GeneratedRegex(@"[^\s@<>()]+@[^\s@<>()]+")]
    private static partial Regex MailAddresses();
}
