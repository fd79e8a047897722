using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Trellis.Platform.Web.Components.Markup;

namespace Trellis.Platform.Web.Components;

/// <summary>Who says so and when, under a fact: <c>&lt;source-line who="Register of charities" when="@asOf" href="/about/data#charities" /&gt;</c>.</summary>
[HtmlTargetElement("source-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SourceLineTagHelper : TagHelper
{
    public required string Who { get; set; }

    public DateOnly? When { get; set; }

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
        if (When is { } day)
        {
            line.Add(", ", Tag("time", null, Words(day)).With("datetime", day.ToString("O", CultureInfo.InvariantCulture)));
        }

        if (!string.IsNullOrEmpty(Note))
        {
            line.Add("; ", Note);
        }

        output.Content.AppendHtml(line.InnerHtml);
    }

    /// <summary>The first of a month stands for the month, since that is how publishers date their files.</summary>
    public static string Words(DateOnly day) => day.ToString(day.Day == 1 ? "MMMM yyyy" : "d MMMM yyyy", CultureInfo.CurrentCulture);
}
