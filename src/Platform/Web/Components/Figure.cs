using Microsoft.AspNetCore.Razor.TagHelpers;
using static Trellis.Platform.Web.Components.Markup;

namespace Trellis.Platform.Web.Components;

internal static class Figure
{
    /// <summary>Makes the element a chart's figure with its title and what it says.</summary>
    public static void AsFigure(this TagHelperOutput output, string title, string? description)
    {
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart");
        output.Content.AppendHtml(Tag("figcaption", null, Tag("strong", null, title), description is null ? null : Tag("span", null, description)));
    }
}
