using System.Text;

namespace Trellis.Platform.Texts;

/// <summary>Text that people typed, fit to be kept by both databases: line ends alike, no signs that cannot be seen, no halves of letters.</summary>
public static class TypedText
{
    /// <summary>Null where nothing is left.</summary>
    public static string? Tidy(string? typed)
    {
        var kept = (typed ?? "").ReplaceLineEndings("\n").EnumerateRunes().Where(sign => sign.Value == '\n' || !Rune.IsControl(sign));
        var text = string.Concat(kept).Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>The same on one line, with one space between words.</summary>
    public static string? Line(string? typed) =>
        Tidy(typed) is { } text ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;
}
