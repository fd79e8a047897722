using Microsoft.AspNetCore.Razor.TagHelpers;
using static Trellis.Platform.Web.Components.Markup;

namespace Trellis.Platform.Web.Components;

/// <summary>The way through a long list by key: back, what is seen, on. Shows nothing where the list fits one page.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper(Texts.Texts texts) : TagHelper
{
    /// <summary>The address of the page before; null on the first.</summary>
    public string? Previous { get; set; }

    /// <summary>The address of the next page; null on the last.</summary>
    public string? Next { get; set; }

    /// <summary>What is seen, as in 21 to 40 of 323.</summary>
    public string? Summary { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Previous) && string.IsNullOrEmpty(Next)) // an attribute of null reaches us as nothing
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", texts["Pages"]);
        output.Content.AppendHtml(Step(Previous, "prev", "← ", texts["Previous page"], ""));
        output.Content.AppendHtml(Tag("p", null, Summary));
        output.Content.AppendHtml(Step(Next, "next", "", texts["Next page"], " →"));
    }

    private static Microsoft.AspNetCore.Html.IHtmlContent Step(string? url, string rel, string before, string words, string after) =>
        string.IsNullOrEmpty(url) ? Tag("span") : Tag("a", "button quiet", Arrow(before), words, Arrow(after)).With("href", url).With("rel", rel);

    private static object? Arrow(string arrow) => arrow.Length == 0 ? null : Tag("span", null, arrow).With("aria-hidden", "true");
}
