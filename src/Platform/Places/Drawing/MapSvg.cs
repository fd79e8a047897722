using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using static Trellis.Platform.Places.Drawing.Markup;

namespace Trellis.Platform.Places.Drawing;

/// <summary>The drawing itself: outlines, class numbers, a circle of what is near, marks. All looks are classes, so that dark mode and print can change them.</summary>
internal sealed class MapSvg(Drawn drawn)
{
    private const double RoomForNumber = 9;
    private const double HalfLetter = 3.6;
    private const double NameMayExceedRoom = 1.3; // the room is measured to all sides, a name needs it to two
    private const int ManyLinks = 8;
    private const int NamedInCluster = 5;

    private readonly StringBuilder svg = new();

    public void Write(IHtmlContentBuilder content)
    {
        if (drawn.Sheet.Projection is not { } projection)
        {
            return;
        }

        var links = drawn.Map.Areas.Concat(drawn.Map.Surroundings).Count(area => area.Url is not null) + drawn.Clusters.Count;
        if (links > ManyLinks)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<a class=\"map-skip\" href=\"#{drawn.Id}-end\">{Safe(drawn.T["Skip the map"])}</a>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"map-sheet\" viewBox=\"0 0 {projection.Width} {projection.Height}\" role=\"group\" aria-labelledby=\"{drawn.Id}-title {drawn.Id}-desc\">")
            .Append(CultureInfo.InvariantCulture, $"<title id=\"{drawn.Id}-title\">{Safe(drawn.Map.Title)}</title>")
            .Append(CultureInfo.InvariantCulture, $"<desc id=\"{drawn.Id}-desc\">{Safe(drawn.Map.Description)}</desc>")
            .Append(CultureInfo.InvariantCulture, $"<pattern id=\"{drawn.Id}-none\" class=\"hatch\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 8l8-8M-2 2l4-4M6 10l4-4\"/></pattern>");
        foreach (var area in drawn.Map.Surroundings)
        {
            WriteArea(area, "area around", area.Name);
        }

        WriteAreas();
        if (drawn.Sheet.Frame is { } frame)
        {
            svg.Append("<path class=\"map-frame\" d=\"").Append(frame).Append("\"/>");
        }

        WriteNumbers();
        WriteNames();
        WriteCircle(projection);
        WritePoints();
        svg.Append(CultureInfo.InvariantCulture, $"</svg><span id=\"{drawn.Id}-end\"></span>");
        content.AppendHtml(svg.ToString());
    }

    private void WriteAreas()
    {
        // The highlighted one last: what is drawn later lies on top, and its heavy line must not be covered by a neighbour.
        foreach (var area in drawn.Map.Areas.OrderBy(area => area.Code == drawn.Map.Highlight))
        {
            WriteArea(area, ClassOf(area), drawn.HasValues || area.Text.Length > 0 ? $"{area.Name}: {drawn.Text(area)}" : area.Name);
        }
    }

    private void WriteArea(AreaShape area, string looks, string title)
    {
        if (drawn.Sheet.Areas.GetValueOrDefault(area.Code) is not { Path.Length: > 0 } shape)
        {
            return;
        }

        Open(area.Url, looks, title);
        svg.Append("<path d=\"").Append(shape.Path).Append('"');
        if (drawn.HasValues && area.Value is null)
        {
            svg.Append(CultureInfo.InvariantCulture, $" fill=\"url(#{drawn.Id}-none)\"");
        }

        svg.Append("/>");
        Close(area.Url);
    }

    private string ClassOf(AreaShape area)
    {
        var shade = !drawn.HasValues ? "area" : area.Value is { } value ? $"area r{drawn.Classes.Shade(drawn.Classes.Class(value))}" : "area r0";
        return area.Code == drawn.Map.Highlight ? shade + " here" : shade;
    }

    /// <summary>The number of the class in each area that has room for it, so that the map can be read without colours.</summary>
    private void WriteNumbers()
    {
        if (!drawn.HasValues)
        {
            return;
        }

        svg.Append("<g class=\"map-numbers\" aria-hidden=\"true\">");
        foreach (var area in drawn.Map.Areas)
        {
            if (area.Value is { } value && drawn.Sheet.Areas.GetValueOrDefault(area.Code) is { Room: > RoomForNumber } shape)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{shape.X:0}\" y=\"{shape.Y:0}\">{drawn.Classes.Class(value)}</text>");
            }
        }

        svg.Append("</g>");
    }

    /// <summary>Names where neither numbers nor marks need the room and a name does not run over its border.</summary>
    private void WriteNames()
    {
        var named = drawn.HasValues || drawn.Clusters.Count > 0 || drawn.Map.Areas.Count == 1 ? drawn.Map.Surroundings : [.. drawn.Map.Surroundings, .. drawn.Map.Areas];
        svg.Append("<g class=\"map-names\" aria-hidden=\"true\">");
        foreach (var area in named)
        {
            if (drawn.Sheet.Areas.GetValueOrDefault(area.Code) is { } shape && area.Name.Length * HalfLetter < shape.Room * NameMayExceedRoom)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{shape.X:0}\" y=\"{shape.Y:0}\">{Safe(area.Name)}</text>");
            }
        }

        svg.Append("</g>");
    }

    private void WriteCircle(Projection projection)
    {
        if (drawn.Map.Around is var (centre, metres))
        {
            var (x, y) = projection.Place(centre);
            svg.Append(CultureInfo.InvariantCulture, $"<g class=\"map-near\"><circle cx=\"{x:0}\" cy=\"{y:0}\" r=\"{projection.Length(metres):0}\"/><path d=\"M{x - 7:0} {y:0}h14m-7-7v14\"/></g>");
        }
    }

    private void WritePoints()
    {
        for (var at = 0; at < drawn.Clusters.Count; at++)
        {
            var (x, y, points) = drawn.Clusters[at];
            if (points.Count == 1)
            {
                Open(points[0].Url, "spot " + Slug.From(points[0].Kind), points[0].Label);
                svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{Shape(points[0].Kind, x, y)}\"/>");
                Close(points[0].Url);
            }
            else
            {
                var url = drawn.Map.HasTable ? $"#{drawn.ClusterId(at)}" : null;
                Open(url, "spot cluster", Named(points));
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0}\" cy=\"{y:0}\" r=\"{Math.Min(20, 10 + Math.Sqrt(points.Count)):0}\"/><text x=\"{x:0}\" y=\"{y:0}\">{points.Count}</text>");
                Close(url);
            }
        }
    }

    private string Named(IReadOnlyList<MapPoint> points)
    {
        var names = string.Join("; ", points.Take(NamedInCluster).Select(point => point.Label));
        return points.Count > NamedInCluster ? drawn.T["{0} here: {1} and {2} more", points.Count, names, points.Count - NamedInCluster] : drawn.T["{0} here: {1}", points.Count, names];
    }

    private static string Shape(string kind, double x, double y) => kind switch
    {
        "service" => FormattableString.Invariant($"M{x:0} {y - 9:0}l9 9-9 9-9-9z"),
        "premises" => FormattableString.Invariant($"M{x - 7:0} {y - 7:0}h14v14h-14z"),
        _ => FormattableString.Invariant($"M{x - 7:0} {y:0}a7 7 0 1 0 14 0a7 7 0 1 0-14 0z"),
    };

    private void Open(string? url, string looks, string title)
    {
        _ = url is null ? svg.Append("<g") : svg.Append("<a href=\"").Append(Safe(url)).Append('"');
        svg.Append(" class=\"").Append(looks).Append("\"><title>").Append(Safe(title)).Append("</title>");
    }

    private void Close(string? url) => svg.Append(url is null ? "</g>" : "</a>");
}
