using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace Trellis.Platform.Notices;

/// <summary>Makes HTML of a letter's plain text: paragraphs, lines set apart, links that can be pressed. Everything else is text and stays text.</summary>
internal static partial class LetterText
{
    /// <summary>How the parts look; a page has its own sheet, a mail must carry its style on each part.</summary>
    internal sealed record Look(string Paragraph, string Apart, string Link);

    public static readonly Look OnPage = new("<p>", "<p class=\"apart\">", "");

    public static string Html(string text, Look look)
    {
        var html = new StringBuilder();
        foreach (var paragraph in Paragraphs().Split(text.ReplaceLineEndings("\n").Trim('\n')))
        {
            var isApart = paragraph.StartsWith("    ", StringComparison.Ordinal);
            html.Append(isApart ? look.Apart : look.Paragraph).AppendJoin("<br>", paragraph.Split('\n').Select(line => Line(line.Trim(), look))).Append("</p>\n");
        }

        return html.ToString();
    }

    private static string Line(string line, Look look)
    {
        var (html, from) = (new StringBuilder(), 0);
        foreach (Match link in Links().Matches(line))
        {
            var address = HtmlEncoder.Default.Encode(link.Value);
            html.Append(HtmlEncoder.Default.Encode(line[from..link.Index])).Append($"<a href=\"{address}\"{look.Link}>{address}</a>");
            from = link.Index + link.Length;
        }

        return html.Append(HtmlEncoder.Default.Encode(line[from..])).ToString();
    }

    [GeneratedRegex(@"\n[ \t]*\n+")]
    private static partial Regex Paragraphs();

    // Not the stop or bracket that ends the sentence around it.
    [GeneratedRegex(@"https?://[^\s<>""'`]*[^\s<>""'`.,;:!?)\]]")]
    private static partial Regex Links();
}
