using System.Text;
using System.Text.RegularExpressions;

namespace Trellis.Platform;

/// <summary>Text that people typed, fit to be kept by both databases: line ends alike, no signs that cannot be seen.</summary>
public static partial class FreeText
{
    /// <summary>Null where nothing is left.</summary>
    public static string? Tidy(string? typed)
    {
        var text = new string([.. (typed ?? "").ReplaceLineEndings("\n").Where(sign => sign == '\n' || !char.IsControl(sign))]).Trim();
        return text.Length == 0 ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)); // halves of signs become a mark
    }

    /// <summary>The same on one line, with one space between words.</summary>
    public static string? Line(string? typed) =>
        Tidy(typed) is { } text ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;

    /// <summary>The same for prose that may name people. Email addresses are written small, as they are kept elsewhere, so that erasing somebody finds theirs.</summary>
    public static string? TidyProse(string? typed) => Tidy(typed) is { } text ? MailAddresses().Replace(text, address => address.Value.ToLowerInvariant()) : null;

    [GeneratedRegex(@"[^\s@<>()]+@[^\s@<>()]+")]
    private static partial Regex MailAddresses();
}
