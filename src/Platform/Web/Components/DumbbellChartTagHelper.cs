using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Trellis.Platform.Web.Components.Markup;

namespace Trellis.Platform.Web.Components;

/// <summary>Draws two marks and the way between them inside the table that says the same; the marks differ in shape as well as in colour.</summary>
[HtmlTargetElement("dumbbell-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DumbbellChartTagHelper(Texts.Texts texts) : TagHelper
{
    public required DumbbellChart Chart { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var scale = new Scale(Chart.Rows.SelectMany(row => new[] { row.From?.Value ?? 0, row.To?.Value ?? 0 }).Append(Chart.Full ?? 0));
        var body = Tag("tbody").Role("rowgroup");
        foreach (var row in Chart.Rows)
        {
            body.Add(Row(row, scale));
        }

        output.AsFigure(Chart.Title, Chart.Description);
        output.Content.AppendHtml(Tag("ul", "legend",
            Tag("li", null, Drawing(From(0.5)), Chart.FromHeading),
            Tag("li", null, Drawing(To(0.5)), Chart.ToHeading)).With("aria-hidden", "true"));
        output.Content.AppendHtml(Tag("table", "bars dumbbell",
            BarChartTagHelper.Head(Chart.CategoryHeading, "", Chart.FromHeading, Chart.ToHeading), body).Role("table").With("aria-label", Chart.Title));
    }

    private TagBuilder Row(DumbbellRow row, Scale scale)
    {
        var drawing = Drawing();
        if (row is { From: { } from, To: { } to })
        {
            drawing.Add(Tag("line", "rod").With("x1", Across(scale.At(from.Value))).With("x2", Across(scale.At(to.Value))).With("y1", "50%").With("y2", "50%"));
        }

        drawing.Add(row.From is { } start ? From(scale.At(start.Value)) : null, row.To is { } end ? To(scale.At(end.Value)) : null);
        return Tag("tr", null,
            Tag("th", null, Link(row.Label, row.Url)).With("scope", "row").Role("rowheader"),
            Tag("td", "mark", drawing).Role("cell"),
            Value(row.From, Chart.FromHeading),
            Value(row.To, Chart.ToHeading)).Role("row");
    }

    private TagBuilder Value(ChartValue? value, string heading) =>
        Tag("td", "number", value is null ? texts["not known"] : Link(value.Text, value.Url)).With("data-name", heading).Role("cell");

    private static TagBuilder Drawing(params ReadOnlySpan<object?> marks) =>
        Tag("svg", null, marks).With("aria-hidden", "true").With("focusable", "false");

    // The marks keep clear of the edges, where they would be cut in half.
    private static string Across(double share) => Percent(0.02 + (share * 0.96));

    private static TagBuilder From(double at) => Tag("circle", "from").With("cx", Across(at)).With("cy", "50%").With("r", "6");

    private static TagBuilder To(double at) =>
        Tag("svg", null, Tag("path", "to").With("d", "M0-7 7 0 0 7-7 0Z")).With("x", Across(at)).With("y", "50%").With("overflow", "visible");
}
