namespace Trellis.Platform.Places;

/// <summary>A spot on the map (WGS 84) in whole millionths of a degree, about 11 cm, so that it compares exactly everywhere.</summary>
public readonly record struct Point(int LatitudeMicro, int LongitudeMicro)
{
    private const double EarthRadiusMetres = 6_371_008.8;

    public double Latitude => LatitudeMicro / 1e6;

    public double Longitude => LongitudeMicro / 1e6;

    public static Point At(double latitude, double longitude) => new((int)Math.Round(latitude * 1e6), (int)Math.Round(longitude * 1e6));

    public static Point? From(int? latitudeMicro, int? longitudeMicro) =>
        latitudeMicro is { } latitude && longitudeMicro is { } longitude ? new Point(latitude, longitude) : null;

    /// <summary>Metres along the ground, by the haversine formula; within 0.5 % of the true distance.</summary>
    public double MetresTo(Point other)
    {
        var (here, there) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var up = Math.Sin((there - here) / 2);
        var across = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var chord = (up * up) + (Math.Cos(here) * Math.Cos(there) * across * across);
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }
}
