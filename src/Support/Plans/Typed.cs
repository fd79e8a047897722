namespace Trellis.Support.Plans;

/// <summary>Text that people typed, fit to be kept: line ends alike, no signs that cannot be seen.</summary>
internal static class Typed
{
    /// <summary>Empty where nothing is left.</summary>
    public static string Text(string? typed) => string.Concat((typed ?? "").ReplaceLineEndings("\n").EnumerateRunes().Where(rune => rune.Value == '\n' || !System.Text.Rune.IsControl(rune))).Trim();

    /// <summary>The same in one line.</summary>
    public static string Line(string? typed) => string.Join(' ', Text(typed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
