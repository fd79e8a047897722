using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static Trellis.Platform.Web.Components.Markup;

namespace Trellis.Platform.Web.Components;

/// <summary>Draws lines over time, told apart by colour, dash and mark, with the same figures as a table under them.</summary>
[HtmlTargetElement("line-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LineChartTagHelper(Texts.Texts texts) : TagHelper
{
    private const double Top = 24;
    private const double Bottom = 224;
    private const int MostNames = 6; // as many names as fit under the axis at 320 px
    private const int MostLinks = 10; // closer than 24 px a point cannot be hit; the table has the links

    private static readonly string[] Marks = ["M0-5A5 5 0 0 1 0 5 5 5 0 0 1 0-5Z", "M-5-5H5V5H-5Z", "M0-6 6 5H-6Z", "M0-6 6 0 0 6-6 0Z"];

    public required LineChart Chart { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.AsFigure(Chart.Title, Chart.Description);
        if (Chart.Series.Count > 1)
        {
            output.Content.AppendHtml(Legend());
        }

        output.Content.AppendHtml(Drawing());
        output.Content.AppendHtml(Tag("details", null, Tag("summary", null, texts["The figures as a table"]), Table()));
    }

    private TagBuilder Legend()
    {
        var legend = Tag("ul", "legend").With("aria-hidden", "true");
        for (var line = 0; line < Chart.Series.Count; line++)
        {
            legend.Add(Tag("li", null, Tag("svg", null, Segment(line, 0, 8, 1, 8), Mark(line, 0.5, 8)), Chart.Series[line].Name));
        }

        return legend;
    }

    private TagBuilder Drawing()
    {
        var steps = Scale.Round(Chart.Series.SelectMany(series => series.Values).Max(value => value?.Value) ?? 0);
        var linked = Chart.Categories.Count <= MostLinks && Chart.Series.Any(series => series.Values.Any(value => value?.Url is not null));
        var drawing = Tag("svg").With("height", "260").With("role", linked ? "group" : "img").With("aria-label", Chart.Title);
        foreach (var step in steps)
        {
            var height = Height(step, steps[^1]);
            drawing.Add(
                Tag("line", step == 0 ? "axis" : "grid").With("x2", "100%").With("y1", Text(height)).With("y2", Text(height)),
                Label("0", height - 5, Chart.Axis?.Invoke(step) ?? step.ToString("N0", CultureInfo.CurrentCulture), "start"));
        }

        AddNames(drawing);
        for (var line = Chart.Series.Count - 1; line >= 0; line--)
        {
            AddLine(drawing, line, steps[^1], linked);
        }

        return drawing;
    }

    private void AddNames(TagBuilder drawing)
    {
        var every = (Chart.Categories.Count + MostNames - 1) / MostNames;
        for (var place = 0; place < Chart.Categories.Count; place++)
        {
            if (place % Math.Max(1, every) == 0)
            {
                drawing.Add(Label(Percent(Across(place)), Bottom + 22, Chart.Categories[place], "middle"));
            }
        }
    }

    private void AddLine(TagBuilder drawing, int line, long top, bool linked)
    {
        var series = Chart.Series[line];
        for (var place = 1; place < series.Values.Count; place++)
        {
            if (series.Values[place - 1] is { } before && series.Values[place] is { } here)
            {
                drawing.Add(Segment(line, Across(place - 1), Height(before.Value, top), Across(place), Height(here.Value, top)));
            }
        }

        for (var place = 0; place < series.Values.Count; place++)
        {
            if (series.Values[place] is { } value)
            {
                drawing.Add(Point(line, place, value, Height(value.Value, top), linked));
            }
        }
    }

    private TagBuilder Point(int line, int place, ChartValue value, double height, bool linked)
    {
        var sentence = Chart.Series.Count > 1
            ? $"{Chart.Series[line].Name}, {Chart.Categories[place]}: {value.Text}"
            : $"{Chart.Categories[place]}: {value.Text}";
        var mark = Mark(line, Across(place), height).Add(Tag("title", null, sentence));
        return !linked || value.Url is null
            ? mark
            : Tag("a", null, mark.Add(Tag("circle", "hit").With("r", "12"))).With("href", value.Url).With("aria-label", sentence);
    }

    private TagBuilder Table()
    {
        var head = Tag("tr", null, Tag("th", null, Chart.CategoryHeading).With("scope", "col"));
        foreach (var series in Chart.Series)
        {
            head.Add(Tag("th", "number", series.Name).With("scope", "col"));
        }

        var body = Tag("tbody");
        for (var place = 0; place < Chart.Categories.Count; place++)
        {
            var row = Tag("tr", null, Tag("th", null, Chart.Categories[place]).With("scope", "row"));
            foreach (var series in Chart.Series)
            {
                row.Add(Tag("td", "number", series.Values[place] is { } value ? Link(value.Text, value.Url) : texts["not known"]));
            }

            body.Add(row);
        }

        return Tag("div", "scroll", Tag("table", null, Tag("caption", "hush", Chart.Title), Tag("thead", null, head), body))
            .With("tabindex", "0").Role("region").With("aria-label", Chart.Title);
    }

    private double Across(int place) => Chart.Categories.Count < 2 ? 0.5 : 0.06 + (0.88 * place / (Chart.Categories.Count - 1));

    private static double Height(long value, long top) => Bottom - ((Bottom - Top) * Math.Max(0, value) / Math.Max(1, top));

    private static TagBuilder Segment(int line, double fromX, double fromY, double toX, double toY) =>
        Tag("line", $"line s{(line % 4) + 1}").With("x1", Percent(fromX)).With("y1", Text(fromY)).With("x2", Percent(toX)).With("y2", Text(toY));

    private static TagBuilder Mark(int line, double across, double height) =>
        Tag("svg", null, Tag("path", $"s{(line % 4) + 1}").With("d", Marks[line % 4])).With("x", Percent(across)).With("y", Text(height)).With("overflow", "visible");

    private static TagBuilder Label(string across, double height, string words, string anchor) =>
        Tag("text", null, words).With("x", across).With("y", Text(height)).With("text-anchor", anchor);

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
