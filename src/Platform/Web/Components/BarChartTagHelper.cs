using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Trellis.Platform.Web.Components.Markup;

namespace Trellis.Platform.Web.Components;

/// <summary>Draws bars inside the table that says the same, so that nobody is shown less.</summary>
[HtmlTargetElement("bar-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BarChartTagHelper : TagHelper
{
    public required Chart Chart { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var body = Tag("tbody").Role("rowgroup");
        var scale = new Scale(Chart.Rows.Select(row => row.Value).Append(Chart.Full ?? 0));
        foreach (var row in Chart.Rows)
        {
            body.Add(Row(row, scale));
        }

        output.AsFigure(Chart.Title, Chart.Description);
        output.Content.AppendHtml(Tag("table", "bars", Head(Chart.CategoryHeading, "", Chart.ValueHeading), body).Role("table").With("aria-label", Chart.Title));
    }

    internal static TagBuilder Head(params ReadOnlySpan<string> headings)
    {
        var row = Tag("tr").Role("row");
        foreach (var heading in headings)
        {
            row.Add(heading.Length == 0
                ? Tag("td").Role("cell")
                : Tag("th", null, heading).With("scope", "col").Role("columnheader"));
        }

        return Tag("thead", null, row).Role("rowgroup");
    }

    private static TagBuilder Row(ChartRow row, Scale scale)
    {
        var (start, length) = scale.Bar(row.Value);
        var drawing = Tag("svg", null,
            Rectangle("track", 0, 1),
            row.Value == 0 ? null : Rectangle("fill", start, length));
        return Tag("tr", row.IsRest ? "rest" : null,
            Tag("th", null, Link(row.Label, row.Url)).With("scope", "row").Role("rowheader"),
            Tag("td", "mark", drawing.With("aria-hidden", "true").With("focusable", "false")).Role("cell"),
            Tag("td", "number", row.Text).Role("cell")).Role("row");
    }

    private static TagBuilder Rectangle(string css, double start, double length) =>
        Tag("rect", css).With("x", Percent(start)).With("width", Percent(length)).With("height", "100%").With("rx", "3");
}
