namespace Trellis.Standards.Values;

/// <summary>A point on the earth (WGS 84), in millionths of a degree: 53.424, -2.319 is 53424000, -2319000.</summary>
public readonly record struct Coordinates(int Latitude, int Longitude);

public static partial class Read
{
    /// <summary>A point from its latitude and longitude in degrees (WGS 84). Both blank is blank; 0, 0 is a fault, because it stands for "not known" in the sea off Africa.</summary>
    public static Reading<Coordinates> Coordinates(ReadOnlySpan<char> latitude, ReadOnlySpan<char> longitude)
    {
        var north = Degrees(latitude, 90);
        var east = Degrees(longitude, 180);
        if (north.IsBlank && east.IsBlank)
        {
            return default;
        }

        if ((north.Fault ?? east.Fault) is { } fault)
        {
            return Reading<Coordinates>.Refused(fault);
        }

        if (north.Value is not { } y || east.Value is not { } x)
        {
            return Reading<Coordinates>.Refused("Only one of latitude and longitude is given.");
        }

        if ((x, y) == (0, 0))
        {
            return Reading<Coordinates>.Refused("The coordinates 0, 0 are in the sea off Africa; they usually mean \"not known\".");
        }

        return InBritain(x, y) && !InBritain(y, x)
            ? new Reading<Coordinates>(new Coordinates(x, y), null, "Latitude and longitude were the wrong way round.")
            : new Coordinates(y, x);
    }

    private static bool InBritain(int latitude, int longitude) => latitude is >= 49_000_000 and <= 61_500_000 && longitude is >= -9_000_000 and <= 2_500_000;

    private static Reading<int> Degrees(ReadOnlySpan<char> text, int limit)
    {
        var trimmed = text.Trim();
        if (Text.IsBlank(trimmed))
        {
            return default;
        }

        var number = trimmed.TrimEnd('°');
        return decimal.TryParse(number, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= limit
            ? (int)Math.Round(degrees * 1_000_000, MidpointRounding.AwayFromZero)
            : Reading<int>.Refused($"{Text.Quoted(trimmed)} is not a {(limit == 90 ? "latitude" : "longitude")} in degrees.");
    }
}
