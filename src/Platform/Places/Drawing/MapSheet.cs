using System.Globalization;
using System.Text;

namespace Trellis.Platform.Places.Drawing;

/// <summary>The outlines of some areas as they lie on one sheet, ready to be written into a page.</summary>
internal sealed record MapSheet(
    Projection? Projection, IReadOnlyDictionary<string, DrawnArea> Areas, IReadOnlyDictionary<string, IReadOnlyList<string>> Neighbours)
{
    /// <summary>One unit is about a pixel on a wide screen; what is finer than that is not drawn.</summary>
    private const int Longest = 720;
    private const int Margin = 4;
    private const int MarginWithSurroundings = 56;

    public static readonly MapSheet Empty = new(null, new Dictionary<string, DrawnArea>(), new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>The codes of the areas that only show where the others lie.</summary>
    public IReadOnlyList<string> Around { get; private init; } = [];

    /// <summary>A border that is drawn across the areas, where they do not quite fill it.</summary>
    public string? Frame { get; private init; }

    public MapSheet Framed(Outline? frame) => frame is null || Projection is null ? this : this with { Frame = Draw(frame, Projection).Path };

    /// <param name="outlines">What the sheet is about, as large as it fits.</param>
    /// <param name="surroundings">What may be seen at its edges.</param>
    public static MapSheet Draw(IReadOnlyDictionary<string, Outline> outlines, IReadOnlyDictionary<string, Outline>? surroundings = null)
    {
        if (outlines.Count == 0)
        {
            return Empty;
        }

        var points = outlines.Values.SelectMany(outline => outline.Rings).SelectMany(ring => ring).ToList();
        var projection = Projection.Over(points, Longest, surroundings is null ? Margin : MarginWithSurroundings);
        var around = (surroundings ?? new Dictionary<string, Outline>()).Where(pair => !outlines.ContainsKey(pair.Key))
            .Select(pair => (pair.Key, Drawn: Draw(pair.Value, projection))).Where(pair => pair.Drawn.Room > 0).ToList();
        var drawn = outlines.ToDictionary(pair => pair.Key, pair => Draw(pair.Value, projection));
        around.ForEach(pair => drawn[pair.Key] = pair.Drawn);
        return new(projection, drawn, Borders.Neighbours(outlines)) { Around = [.. around.Select(pair => pair.Key)] };
    }

    /// <summary>A sheet without outlines, for points in a place of which no boundary is known.</summary>
    public static MapSheet Over(IReadOnlyCollection<Point> points) =>
        points.Count == 0 ? Empty : new(Projection.Over(points, Longest, 10 * Margin), Empty.Areas, Empty.Neighbours);

    /// <summary>Whether the spot is on the sheet at all: an office in another town is not.</summary>
    public bool Holds(Point point) => Projection is not null && Projection.Place(point) is var (x, y) && x >= 0 && y >= 0 && x <= Projection.Width && y <= Projection.Height;

    private static DrawnArea Draw(Outline outline, Projection projection)
    {
        var path = new StringBuilder();
        var drawn = outline.Rings.Select(ring => OnGrid(ring, projection)).Where(ring => ring.Count > 2).ToList();
        foreach (var ring in drawn)
        {
            Write(ring, path);
        }

        if (drawn.Count == 0)
        {
            var (left, top) = projection.Place(outline.Rings[0][0]);
            return new("", left, top, 0);
        }

        var (x, y, room) = Roomiest.Of([.. drawn.Select(ring => ring.Select(spot => ((double)spot.X, (double)spot.Y)).ToList())], projection.Width, projection.Height);
        return new(path.ToString(), x, y, room);
    }

    /// <summary>
    /// Rounds every corner to a whole unit and leaves out those that then say nothing. Neighbours share the corners of their border, each corner
    /// is rounded without regard to the area it belongs to, and a corner in the midst of a straight line is in the midst of it for both: so no gaps open.
    /// </summary>
    private static List<(int X, int Y)> OnGrid(IReadOnlyList<Point> ring, Projection projection)
    {
        var kept = new List<(int X, int Y)>(ring.Count);
        foreach (var point in ring)
        {
            var (x, y) = projection.Place(point);
            var spot = ((int)Math.Round(x), (int)Math.Round(y));
            if (kept.Count > 0 && kept[^1] == spot)
            {
                continue;
            }

            if (kept.Count > 1 && IsBetween(kept[^2], kept[^1], spot))
            {
                kept.RemoveAt(kept.Count - 1);
            }

            kept.Add(spot);
        }

        if (kept.Count > 1 && kept[0] == kept[^1])
        {
            kept.RemoveAt(kept.Count - 1);
        }

        return kept;
    }

    private static bool IsBetween((int X, int Y) before, (int X, int Y) middle, (int X, int Y) after)
    {
        var (ax, ay, bx, by) = (middle.X - before.X, middle.Y - before.Y, after.X - middle.X, after.Y - middle.Y);
        return ax * by == ay * bx && (ax * bx) + (ay * by) > 0;
    }

    private static void Write(List<(int X, int Y)> ring, StringBuilder path)
    {
        path.Append(CultureInfo.InvariantCulture, $"M{ring[0].X} {ring[0].Y}l");
        for (var at = 1; at < ring.Count; at++)
        {
            Append(ring[at].X - ring[at - 1].X);
            Append(ring[at].Y - ring[at - 1].Y);
        }

        path.Append('z');

        void Append(int number)
        {
            if (path[^1] is not 'l' && number >= 0)
            {
                path.Append(' ');
            }

            path.Append(number);
        }
    }
}

/// <summary>An outline as the d of a path, the spot for its label and how far that is from the border; no room where it is off the sheet.</summary>
internal sealed record DrawnArea(string Path, double X, double Y, double Room);
