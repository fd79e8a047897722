using System.Text.Json;

namespace Trellis.Platform.Places.Drawing;

/// <summary>The boundary of an area: closed rings, of which islands and holes are told apart by the even-odd rule.</summary>
internal sealed class Outline(IReadOnlyList<IReadOnlyList<Point>> rings)
{
    public IReadOnlyList<IReadOnlyList<Point>> Rings => rings;

    /// <summary>Reads the geometry member of a GeoJSON feature; the fault is one sentence.</summary>
    public static (Outline? Outline, string? Fault) Read(string? geometry)
    {
        if (string.IsNullOrWhiteSpace(geometry))
        {
            return (null, "The area has no boundary.");
        }

        try
        {
            using var json = JsonDocument.Parse(geometry);
            var polygons = json.RootElement.GetProperty("coordinates");
            IEnumerable<JsonElement>? rings = json.RootElement.GetProperty("type").GetString() switch
            {
                "Polygon" => polygons.EnumerateArray(),
                "MultiPolygon" => polygons.EnumerateArray().SelectMany(polygon => polygon.EnumerateArray()),
                _ => null,
            };
            return rings is null ? (null, "The boundary is neither a Polygon nor a MultiPolygon.") : Checked([.. rings.Select(Ring)]);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            return (null, "The boundary is not GeoJSON.");
        }
    }

    /// <summary>Whether the spot lies inside; on the very border it may be either.</summary>
    public bool Contains(Point spot)
    {
        var inside = false;
        foreach (var ring in rings)
        {
            for (var (at, before) = (0, ring.Count - 1); at < ring.Count; before = at++)
            {
                var (a, b) = (ring[at], ring[before]);
                if (a.LatitudeMicro > spot.LatitudeMicro != b.LatitudeMicro > spot.LatitudeMicro
                    && spot.LongitudeMicro < ((double)(b.LongitudeMicro - a.LongitudeMicro) * (spot.LatitudeMicro - a.LatitudeMicro) / (b.LatitudeMicro - a.LatitudeMicro)) + a.LongitudeMicro)
                {
                    inside = !inside;
                }
            }
        }

        return inside;
    }

    /// <summary>The spot inside that is furthest from every border, where a label has most room.</summary>
    public Point Middle()
    {
        var projection = Projection.Over([.. rings.SelectMany(ring => ring)], 10_000);
        var (x, y, _) = Roomiest.Of([.. rings.Select(ring => ring.Select(projection.Place).ToList())], projection.Width, projection.Height);
        return projection.Back(x, y);
    }

    private static List<Point> Ring(JsonElement ring) =>
        [.. ring.EnumerateArray().Select(pair => Point.At(pair[1].GetDouble(), pair[0].GetDouble()))];

    private static (Outline? Outline, string? Fault) Checked(List<List<Point>> rings)
    {
        if (rings.Count == 0 || rings.Any(ring => ring.Count < 4))
        {
            return (null, "A ring of the boundary has fewer than four points.");
        }

        return rings.SelectMany(ring => ring).Any(point => Math.Abs((long)point.LatitudeMicro) > 90_000_000 || Math.Abs((long)point.LongitudeMicro) > 180_000_000)
            ? (null, "The boundary is not in degrees of latitude and longitude (WGS 84).")
            : (new Outline(rings), null);
    }
}
