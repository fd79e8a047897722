using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using static Trellis.Platform.Places.Drawing.Markup;

namespace Trellis.Platform.Places.Drawing;

/// <summary>What the shades, numbers and marks of a map mean, in words.</summary>
internal sealed class MapKey(Drawn drawn)
{
    public void Write(IHtmlContentBuilder content)
    {
        var key = new StringBuilder();
        if (drawn.HasValues)
        {
            WriteClasses(key);
        }

        WriteMarks(key);
        if (key.Length > 0)
        {
            content.AppendHtml("<div class=\"map-key\">").AppendHtml(key.ToString()).AppendHtml("</div>");
        }
    }

    private void WriteClasses(StringBuilder key)
    {
        key.Append("<p>").Append(Safe(drawn.T["{0}, from 1, the least, to {1}, the most. Each number has about as many areas.", drawn.Map.ValueTitle, drawn.Classes.Ranges.Count])).Append("</p><ul>");
        for (var at = 0; at < drawn.Classes.Ranges.Count; at++)
        {
            var (from, to) = drawn.Classes.Ranges[at];
            var range = from == to ? drawn.Number(from) : drawn.T["{0} to {1}", drawn.Number(from), drawn.Number(to)];
            key.Append(CultureInfo.InvariantCulture, $"<li><span class=\"swatch r{drawn.Classes.Shade(at + 1)}\">{at + 1}</span> {Safe(range)}</li>");
        }

        if (drawn.Map.Areas.Any(area => area.Value is null))
        {
            key.Append("<li><span class=\"swatch r0 hatched\"></span> ").Append(Safe(drawn.T["not known"])).Append("</li>");
        }

        key.Append("</ul>");
    }

    private void WriteMarks(StringBuilder key)
    {
        var kinds = drawn.Map.Points.Select(point => point.Kind).Distinct().ToList();
        if (kinds.Count == 0)
        {
            return;
        }

        key.Append("<ul>");
        foreach (var kind in kinds)
        {
            key.Append(CultureInfo.InvariantCulture, $"<li><span class=\"swatch spot {Slug.From(kind)}\"></span> {Safe(Name(kind))}</li>");
        }

        if (drawn.Clusters.Any(cluster => cluster.Points.Count > 1))
        {
            key.Append("<li><span class=\"swatch spot cluster\">2</span> ").Append(Safe(drawn.T["several close together"])).Append("</li>");
        }

        key.Append("</ul>");
    }

    private string Name(string kind) => kind switch
    {
        "group" => drawn.T["group"],
        "service" => drawn.T["service"],
        "premises" => drawn.T["building or land"],
        _ => kind,
    };
}
