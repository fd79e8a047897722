namespace Trellis.Groups.Editing;

/// <summary>Text that people typed, fit to be kept by both databases: line ends alike, no signs that cannot be seen.</summary>
internal static class FreeText
{
    /// <summary>Null where nothing is left.</summary>
    public static string? Tidy(string? typed)
    {
        var text = new string([.. (typed ?? "").ReplaceLineEndings("\n").Where(sign => sign == '\n' || !char.IsControl(sign))]).Trim();
        return text.Length == 0 ? null : Matching.CleanName.WithoutLoneSurrogates(text);
    }
}
