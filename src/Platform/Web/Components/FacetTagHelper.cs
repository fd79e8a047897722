using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
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

    /// <summary>Further answers, behind the first until somebody asks for them.</summary>
    public IReadOnlyList<FacetOption> More { get; set; } = [];

    /// <summary>How many answers there are that even those do not hold.</summary>
    public int Beyond { get; set; }

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
        output.Content.AppendHtml(List(Options));
        if (More.Count > 0)
        {
            output.Content.AppendHtml(Tag("details", null,
                Tag("summary", null, texts["{0:N0} more", More.Count]),
                List(More),
                Beyond > 0 ? Tag("p", "source", texts["{0:N0} more have the fewest results each and are not listed here. Narrow the results first, and they are.", Beyond]) : null));
        }
    }

    private TagBuilder List(IReadOnlyList<FacetOption> options)
    {
        var list = Tag("ul");
        foreach (var option in options)
        {
            list.Add(Tag("li", null, Choice(option)));
        }

        return list;
    }

    private object Choice(FacetOption option) =>
        Tag("a", null,
            Tag("span", null, option.Label, option.Chosen ? Tag("span", "hush", " ", texts["(chosen; follow to remove)"]) : null),
            Tag("span", "count", option.Count.ToString("N0", CultureInfo.CurrentCulture)))
            .With("href", option.Url)
            .With("rel", "nofollow")
            .With("aria-current", option.Chosen ? "true" : null);
}
