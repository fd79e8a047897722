using PdfSharp.Fonts;

namespace Trellis.Platform.Exchange.Paper;

/// <summary>The letters of every paper, carried along: what a machine has installed is nobody's to rely on. They cover Latin, Greek and Cyrillic.</summary>
internal sealed class PaperFonts : IFontResolver
{
    public const string Family = "Liberation Sans";

    private static readonly Lazy<bool> Known = new(() =>
    {
        GlobalFontSettings.FontResolver = new PaperFonts();
        return true;
    });

    /// <summary>Before the first font is asked for; once for the whole process.</summary>
    public static void Register() => _ = Known.Value;

    public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) => new(bold ? "Bold" : "Regular");

    public byte[]? GetFont(string faceName)
    {
        using var font = typeof(PaperFonts).Assembly.GetManifestResourceStream($"LiberationSans-{faceName}.ttf")!;
        var bytes = new byte[font.Length];
        font.ReadExactly(bytes);
        return bytes;
    }
}
