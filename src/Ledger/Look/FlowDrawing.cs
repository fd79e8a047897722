using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Trellis.Ledger.Totals;

namespace Trellis.Ledger.Look;

/// <summary>Draws a flow: three columns of bars as high as their money, joined by bands as wide as theirs. What is below nothing is only in the table.</summary>
internal sealed class FlowDrawing(Flow flow, Func<FlowNode, string> name, Func<long, string> pounds, string title)
{
    private const double Width = 1000;
    private const double Height = 560;
    private const double Bar = 14;
    private const double Gap = 16;
    private const double LeastForName = 9;
    private const double TwoLines = 36;

    private readonly Dictionary<FlowNode, (double Top, double Height)> boxes = [];
    private readonly StringBuilder svg = new();

    public IHtmlContent Draw()
    {
        var columns = flow.Nodes.Where(node => node.Pence > 0).GroupBy(node => node.Side).OrderBy(column => column.Key).ToList();
        if (columns.Count == 0)
        {
            return HtmlString.Empty;
        }

        var tallest = columns.Max(column => column.Sum(node => node.Pence));
        var scale = (Height - (Gap * columns.Max(column => column.Count() - 1))) / tallest;
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"flow\" viewBox=\"0 0 {Width} {Height + 10}\" role=\"img\" aria-label=\"{Safe(title)}\">");
        foreach (var column in columns)
        {
            Place(column, scale);
        }

        DrawBands(scale);
        foreach (var node in columns.SelectMany(column => column))
        {
            DrawNode(node);
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private void Place(IEnumerable<FlowNode> column, double scale)
    {
        var top = 4.0;
        foreach (var node in column)
        {
            boxes[node with { Pence = 0 }] = (top, node.Pence * scale);
            top += (node.Pence * scale) + Gap;
        }
    }

    private void DrawBands(double scale)
    {
        var used = new Dictionary<(FlowNode, bool), double>();
        foreach (var link in flow.Links.Where(link => link.Pence > 0 && boxes.ContainsKey(link.From) && boxes.ContainsKey(link.To)))
        {
            var thick = link.Pence * scale;
            var (from, to) = (Left(link.From.Side) + Bar, Left(link.To.Side));
            var (start, end) = (Take(used, link.From, true, thick), Take(used, link.To, false, thick));
            var middle = (from + to) / 2;
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"r3\" fill-opacity=\".55\" d=\"M{from:0.#} {start:0.#}C{middle:0.#} {start:0.#} {middle:0.#} {end:0.#} {to:0.#} {end:0.#}V{end + thick:0.#}C{middle:0.#} {end + thick:0.#} {middle:0.#} {start + thick:0.#} {from:0.#} {start + thick:0.#}Z\"><title>{Safe($"{name(link.From)} → {name(link.To)}: {pounds(link.Pence)}")}</title></path>");
        }
    }

    private double Take(Dictionary<(FlowNode, bool), double> used, FlowNode node, bool leaving, double thick)
    {
        var start = used.GetValueOrDefault((node, leaving));
        used[(node, leaving)] = start + thick;
        return boxes[node].Top + start;
    }

    private void DrawNode(FlowNode node)
    {
        var (top, height) = boxes[node with { Pence = 0 }];
        var left = Left(node.Side);
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"r6\" x=\"{left:0.#}\" y=\"{top:0.#}\" width=\"{Bar}\" height=\"{Math.Max(1, height):0.#}\" rx=\"2\"/>");
        if (height >= LeastForName || node.Key == Flow.Others)
        {
            DrawName(node, left + Bar + 8, top + (height / 2), height >= TwoLines);
        }
    }

    private void DrawName(FlowNode node, double left, double middle, bool hasRoom)
    {
        var amount = hasRoom
            ? FormattableString.Invariant($"<tspan class=\"amount\" x=\"{left:0.#}\" dy=\"18\">{Safe(pounds(node.Pence))}</tspan>")
            : $" <tspan class=\"amount\">{Safe(pounds(node.Pence))}</tspan>";
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left:0.#}\" y=\"{middle + (hasRoom ? -4 : 5):0.#}\">{Safe(Short(name(node), hasRoom ? 30 : 20))}{amount}</text>");
    }

    private static string Short(string name, int room) => name.Length <= room ? name : name[..(room - 2)].TrimEnd() + "…";

    // The names stand to the right of their bars, so the last column leaves room for its own.
    private static double Left(Side side) => side switch
    {
        Side.Funder => 0,
        Side.Programme => 345,
        _ => 690,
    };

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
