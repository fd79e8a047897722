using Microsoft.AspNetCore.Razor.TagHelpers;
using static Trellis.Platform.Web.Components.Markup;

namespace Trellis.Platform.Web.Components;

/// <summary>One figure in large, its name, and the page that lists what was counted. Put them into a <c>&lt;div class="stats"&gt;</c>.</summary>
[HtmlTargetElement("stat", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StatTagHelper : TagHelper
{
    /// <summary>The figure as it is shown, as in 1,234 or £1.2 million.</summary>
    public required string Number { get; set; }

    public required string Label { get; set; }

    public string? Url { get; set; }

    /// <summary>What it counts or leaves out.</summary>
    public string? Note { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "stat");
        output.Content.AppendHtml(Tag("span", "number", Number));
        output.Content.AppendHtml(Tag("span", "label", Link(Label, Url)));
        output.Content.AppendHtml(string.IsNullOrEmpty(Note) ? Tag("span") : Tag("span", "note", Note));
    }
}
