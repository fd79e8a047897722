using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Trellis.Platform.Web.Components.Markup;

namespace Trellis.Platform.Web.Components;

/// <summary>One way to narrow a list. A chosen one links back to the list without it.</summary>
public sealed record FacetOption(string Label, long Count, string Url, bool Chosen = false);

/// <summary>A question with countable answers beside a list, closed until wanted. Put them into a <c>&lt;nav class="facets" aria-label="…"&gt;</c>.</summary>
[HtmlTargetElement("facet", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FacetTagHelper(Texts.Texts texts) : TagHelper
{
    public required string Title { get; set; }

    public required IReadOnlyList<FacetOption> Options { get; set; }

    /// <summary>Shown open from the start; one with a chosen answer always is.</summary>
    public bool Open { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Options.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Open || Options.Any(option => option.Chosen))
        {
            output.Attributes.Add(new TagHelperAttribute("open"));
        }

        output.Content.AppendHtml(Tag("summary", null, Title));
        var list = Tag("ul");
        foreach (var option in Options)
        {
            list.Add(Tag("li", null, Choice(option)));
        }

        output.Content.AppendHtml(list);
    }

    private object Choice(FacetOption option) =>
        Tag("a", null,
            Tag("span", null, option.Label, option.Chosen ? Tag("span", "hush", " ", texts["(chosen; follow to remove)"]) : null),
            Tag("span", "count", option.Count.ToString("N0", CultureInfo.CurrentCulture)))
            .With("href", option.Url)
            .With("rel", "nofollow")
            .With("aria-current", option.Chosen ? "true" : null);
}
