namespace Trellis.Platform.Places.Drawing;

/// <summary>Finds the spot in a shape that is furthest from its borders, by looking on a grid and then ever closer around the best.</summary>
internal static class Roomiest
{
    private const int Steps = 12;
    private const int Rounds = 4;

    /// <summary>The best spot on a sheet of this size; the room is negative where the shape is not on it.</summary>
    public static (double X, double Y, double Room) Of(IReadOnlyList<List<(double X, double Y)>> rings, double width, double height)
    {
        var all = rings.SelectMany(ring => ring).ToList();
        var (left, right) = (Math.Max(0, all.Min(p => p.X)), Math.Min(width, all.Max(p => p.X)));
        var (top, bottom) = (Math.Max(0, all.Min(p => p.Y)), Math.Min(height, all.Max(p => p.Y)));
        if (left >= right || top >= bottom)
        {
            return (0, 0, -1);
        }

        var best = ((left + right) / 2, (top + bottom) / 2, Room: double.MinValue);
        for (var round = 0; round < Rounds; round++)
        {
            best = Look(rings, (left, right, top, bottom), (width, height), best);
            var (halfX, halfY) = ((right - left) / Steps, (bottom - top) / Steps);
            (left, right, top, bottom) = (best.Item1 - halfX, best.Item1 + halfX, best.Item2 - halfY, best.Item2 + halfY);
        }

        return best;
    }

    private static (double X, double Y, double Room) Look(
        IReadOnlyList<List<(double X, double Y)>> rings, (double Left, double Right, double Top, double Bottom) box, (double Width, double Height) sheet,
        (double X, double Y, double Room) best)
    {
        for (var row = 0; row <= Steps; row++)
        {
            for (var column = 0; column <= Steps; column++)
            {
                var (x, y) = (box.Left + ((box.Right - box.Left) * column / Steps), box.Top + ((box.Bottom - box.Top) * row / Steps));
                var edge = Math.Min(Math.Min(x, sheet.Width - x), Math.Min(y, sheet.Height - y));
                var room = Math.Min(Room(rings, x, y), edge);
                best = room > best.Room ? (x, y, room) : best;
            }
        }

        return best;
    }

    /// <summary>The distance to the nearest border; negative outside.</summary>
    private static double Room(IReadOnlyList<List<(double X, double Y)>> rings, double x, double y)
    {
        var (inside, nearest) = (false, double.MaxValue);
        foreach (var ring in rings)
        {
            for (var (at, before) = (0, ring.Count - 1); at < ring.Count; before = at++)
            {
                var (a, b) = (ring[at], ring[before]);
                inside ^= a.Y > y != b.Y > y && x < ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)) + a.X;
                nearest = Math.Min(nearest, Squared(a, b, x, y));
            }
        }

        return (inside ? 1 : -1) * Math.Sqrt(nearest);
    }

    private static double Squared((double X, double Y) a, (double X, double Y) b, double x, double y)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = (dx * dx) + (dy * dy);
        var along = length == 0 ? 0 : Math.Clamp((((x - a.X) * dx) + ((y - a.Y) * dy)) / length, 0, 1);
        var (offX, offY) = (x - a.X - (along * dx), y - a.Y - (along * dy));
        return (offX * offX) + (offY * offY);
    }
}
