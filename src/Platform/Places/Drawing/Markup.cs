using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Trellis.Platform.Places.Drawing;

internal static class Markup
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text as it may stand in HTML and SVG, between tags and in quotes.</summary>
    public static string Safe(string text) => Encoder.Encode(text);
}
