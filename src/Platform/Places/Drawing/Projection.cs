namespace Trellis.Platform.Places.Drawing;

/// <summary>Equirectangular, narrowed by the cosine of the middle latitude: true enough for a borough or a county. North is up, y grows downwards.</summary>
internal sealed record Projection(double West, double North, double Scale, double Narrow, int Width, int Height)
{
    private const double LeastSpan = 2_000; // about 200 m: a map of one spot is not a division by nothing

    /// <summary>Fits the points into a sheet whose longer side has so many units.</summary>
    public static Projection Over(IReadOnlyCollection<Point> points, int longest, double margin = 0)
    {
        var (south, north) = (points.Min(point => (double)point.LatitudeMicro), points.Max(point => (double)point.LatitudeMicro));
        var (west, east) = (points.Min(point => (double)point.LongitudeMicro), points.Max(point => (double)point.LongitudeMicro));
        var narrow = Math.Max(0.01, Math.Cos(double.DegreesToRadians((south + north) / 2e6)));
        var (across, up) = (Math.Max((east - west) * narrow, LeastSpan), Math.Max(north - south, LeastSpan));
        var scale = (longest - (2 * margin)) / Math.Max(across, up);
        return new(
            ((east + west) / 2) - (((across / 2) + (margin / scale)) / narrow),
            ((north + south) / 2) + (up / 2) + (margin / scale),
            scale, narrow, (int)Math.Ceiling((across * scale) + (2 * margin)), (int)Math.Ceiling((up * scale) + (2 * margin)));
    }

    public (double X, double Y) Place(Point point) => ((point.LongitudeMicro - West) * Narrow * Scale, (North - point.LatitudeMicro) * Scale);

    public Point Back(double x, double y) => new((int)Math.Round(North - (y / Scale)), (int)Math.Round(West + (x / Scale / Narrow)));

    /// <summary>So many metres on the ground, in units of the sheet.</summary>
    public double Length(double metres) => metres / 0.111_195 * Scale;
}
