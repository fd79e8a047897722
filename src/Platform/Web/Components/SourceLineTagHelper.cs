using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Trellis.Platform.Web.Components.Markup;

namespace Trellis.Platform.Web.Components;

/// <summary>Who says so and when, under a fact: <c>&lt;source-line who="Register of charities" when="@asOf" href="/about/data#charities" /&gt;</c>.</summary>
[HtmlTargetElement("source-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SourceLineTagHelper(Texts.Texts texts) : TagHelper
{
    public required string Who { get; set; }

    public DateOnly? When { get; set; }

    /// <summary>The day its list came in, which is told where the list has no day of its own.</summary>
    public DateOnly? Came { get; set; }

    /// <summary>Where more is told about the source.</summary>
    public string? Href { get; set; }

    /// <summary>What else must be said of it, as in why it is shown.</summary>
    public string? Note { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "source");
        var line = Tag("span", null, Link(Who, Href));
        if (Day(texts, When, Came) is { } day)
        {
            line.Add(", ", day);
        }

        if (!string.IsNullOrEmpty(Note))
        {
            line.Add("; ", Note);
        }

        output.Content.AppendHtml(line.InnerHtml);
    }

    /// <summary>From when a list is, or else when it came in; null where neither is known.</summary>
    public static IHtmlContent? Day(Texts.Texts texts, DateOnly? when, DateOnly? came) => (when, came) switch
    {
        ({ } day, _) => Time(day, Words(day)),
        (_, { } day) => Time(day, texts["came in on {0}", day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)]),
        _ => null,
    };

    private static TagBuilder Time(DateOnly day, string words) => Tag("time", null, words).With("datetime", day.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>The first of a month stands for the month, since that is how publishers date their files.</summary>
    public static string Words(DateOnly day) => day.ToString(day.Day == 1 ? "MMMM yyyy" : "d MMMM yyyy", CultureInfo.CurrentCulture);
}
