using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using static Trellis.Platform.Places.Drawing.Markup;

namespace Trellis.Platform.Places.Drawing;

/// <summary>The same content as the map, to be read.</summary>
internal sealed class MapTable(Drawn drawn)
{
    private const int MostPoints = 300;

    private readonly StringBuilder html = new();

    public void Write(IHtmlContentBuilder content)
    {
        html.Append("<details class=\"map-table\"><summary>").Append(Safe(drawn.T["Show what is on the map as text"])).Append("</summary>");
        if (drawn.HasValues)
        {
            WriteTable();
        }
        else if (drawn.Map.Points.Count == 0)
        {
            WriteList(drawn.Map.Areas.Select(area => (area.Name, area.Url)));
        }

        WritePoints();
        content.AppendHtml(html.Append("</details>").ToString());
    }

    private void WriteTable()
    {
        html.Append("<table><caption>").Append(Safe(drawn.Map.Title)).Append("</caption><thead><tr><th scope=\"col\">").Append(Safe(drawn.T["Area"]))
            .Append("</th><th scope=\"col\" class=\"number\">").Append(Safe(drawn.Map.ValueTitle!)).Append("</th></tr></thead><tbody>");
        foreach (var area in drawn.Map.Areas)
        {
            html.Append("<tr><th scope=\"row\">");
            Link(area.Name, area.Url);
            html.Append("</th><td class=\"number\">").Append(Safe(drawn.Text(area))).Append("</td></tr>");
        }

        html.Append("</tbody></table>");
    }

    private void WritePoints()
    {
        var left = MostPoints;
        for (var at = 0; at < drawn.Clusters.Count && left > 0; at++)
        {
            var points = drawn.Clusters[at].Points;
            html.Append(CultureInfo.InvariantCulture, $"<ul id=\"{drawn.ClusterId(at)}\">");
            WriteItems(points.Take(left));
            html.Append("</ul>");
            left -= points.Count;
        }

        if (drawn.Outside.Count > 0 && left > 0)
        {
            html.Append("<p>").Append(Safe(drawn.T["Outside the map:"])).Append("</p><ul>");
            WriteItems(drawn.Outside.Take(left));
            html.Append("</ul>");
        }

        if (drawn.Map.Points.Count > MostPoints)
        {
            html.Append("<p>").Append(Safe(drawn.T["The first {0} of {1} are listed.", MostPoints, drawn.Map.Points.Count])).Append("</p>");
        }
    }

    private void WriteItems(IEnumerable<MapPoint> points)
    {
        foreach (var point in points)
        {
            Item(point.Label, point.Url);
        }
    }

    private void WriteList(IEnumerable<(string Name, string? Url)> items)
    {
        html.Append("<ul>");
        foreach (var (name, url) in items)
        {
            Item(name, url);
        }

        html.Append("</ul>");
    }

    private void Item(string name, string? url)
    {
        html.Append("<li>");
        Link(name, url);
        html.Append("</li>");
    }

    private void Link(string name, string? url)
    {
        if (url is null)
        {
            html.Append(Safe(name));
            return;
        }

        html.Append("<a href=\"").Append(Safe(url)).Append("\">").Append(Safe(name)).Append("</a>");
    }
}
