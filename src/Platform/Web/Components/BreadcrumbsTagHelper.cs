using Microsoft.AspNetCore.Razor.TagHelpers;
using static Trellis.Platform.Web.Components.Markup;

namespace Trellis.Platform.Web.Components;

/// <summary>The way from the home page to this one, for the layout.</summary>
[HtmlTargetElement("breadcrumbs", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BreadcrumbsTagHelper(Texts.Texts texts) : TagHelper
{
    public IReadOnlyList<Crumb>? Trail { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Trail is not { Count: > 0 })
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "crumbs");
        output.Attributes.SetAttribute("aria-label", texts["You are here"]);
        var list = Tag("ol", null, Tag("li", null, Link(texts["Home"], "/")));
        foreach (var crumb in Trail)
        {
            list.Add(Tag("li", null, Link(crumb.Title, crumb.Url)));
        }

        output.Content.AppendHtml(list);
    }
}
