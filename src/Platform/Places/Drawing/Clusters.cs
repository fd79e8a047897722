namespace Trellis.Platform.Places.Drawing;

/// <summary>Points that would lie on one another become one mark with their number.</summary>
internal static class Clusters
{
    /// <summary>In units of the sheet: wide enough that two marks stay apart under a thumb on a narrow screen.</summary>
    private const double Cell = 44;

    public static IReadOnlyList<Cluster> Of(IEnumerable<MapPoint> points, Projection projection)
    {
        var cells = new Dictionary<(int, int), List<(MapPoint Point, double X, double Y)>>();
        foreach (var point in points)
        {
            var (x, y) = projection.Place(point.Point);
            var cell = ((int)Math.Floor(x / Cell), (int)Math.Floor(y / Cell));
            if (!cells.TryGetValue(cell, out var list))
            {
                cells[cell] = list = [];
            }

            list.Add((point, x, y));
        }

        return [.. cells.OrderBy(pair => pair.Key.Item2).ThenBy(pair => pair.Key.Item1)
            .Select(pair => new Cluster(pair.Value.Average(spot => spot.X), pair.Value.Average(spot => spot.Y), [.. pair.Value.Select(spot => spot.Point)]))];
    }
}

internal sealed record Cluster(double X, double Y, IReadOnlyList<MapPoint> Points);
