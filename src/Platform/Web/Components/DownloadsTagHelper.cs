using Microsoft.AspNetCore.Razor.TagHelpers;
using static Trellis.Platform.Web.Components.Markup;

namespace Trellis.Platform.Web.Components;

/// <summary>What is on the screen, to take away as a file.</summary>
[HtmlTargetElement("downloads", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DownloadsTagHelper(Texts.Texts texts) : TagHelper
{
    public string? Pdf { get; set; }

    public string? Csv { get; set; }

    public string? Xlsx { get; set; }

    public string? Json { get; set; }

    /// <summary>What is taken away, as in these 323 groups.</summary>
    public string? What { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "downloads");
        output.Content.AppendHtml(Tag("span", null, string.IsNullOrEmpty(What) ? texts["Download this list:"] : texts["Download {0}:", What]));
        var list = Tag("ul");
        foreach (var (url, name) in new[] { (Pdf, "PDF"), (Csv, "CSV"), (Xlsx, texts["Excel"]), (Json, "JSON") })
        {
            if (!string.IsNullOrEmpty(url))
            {
                list.Add(Tag("li", null, Tag("a", null, name).With("href", url).With("download", "").With("rel", "nofollow")));
            }
        }

        output.Content.AppendHtml(list);
    }
}
