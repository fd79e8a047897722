using Trellis.Platform;

namespace Trellis.Support.Events;

/// <summary>Text that people typed, fit to be kept by both databases: line ends alike, no signs that cannot be seen, no halves of letters.</summary>
internal static class ShortText
{
    /// <summary>Null where nothing is left.</summary>
    public static string? Tidy(string? typed)
    {
        var kept = (typed ?? "").ReplaceLineEndings("\n").EnumerateRunes().Where(sign => sign.Value == '\n' || !System.Text.Rune.IsControl(sign));
        var text = string.Concat(kept).Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>The same in one line.</summary>
    public static string? Line(string? typed) => Tidy(typed) is { } text ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;

    /// <summary>Reads a field that may be left empty, and adds a problem where it is too long.</summary>
    public static string? Read(string field, string what, string? typed, int most, ICollection<Problem> problems)
    {
        var text = most > 300 ? Tidy(typed) : Line(typed);
        if (text?.Length > most)
        {
            problems.Add(new(field, $"{what} has {text.Length:N0} letters. Make it {most:N0} at most."));
        }

        return text;
    }
}
