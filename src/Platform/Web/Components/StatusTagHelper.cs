using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Trellis.Platform.Web.Components;

/// <summary>A word about how something stands: <c>&lt;status kind="warm"&gt;Closed&lt;/status&gt;</c>. Kinds: good, plain, warm, cool, sunny; the word carries the meaning, not the colour.</summary>
[HtmlTargetElement("status")]
public sealed class StatusTagHelper : TagHelper
{
    public string Kind { get; set; } = "plain";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", "tag " + Kind);
    }
}
