namespace Trellis.Platform.Web.Components;

/// <summary>Where a value lies between the least and the greatest, as a share of the width. Nought is always on the scale, so that lengths do not lie.</summary>
internal sealed class Scale
{
    private const double Least = 0.006; // what is there can be seen to be there

    private readonly double low;
    private readonly double span;

    public Scale(IEnumerable<long> values)
    {
        var (lowest, highest) = (0L, 0L);
        foreach (var value in values)
        {
            (lowest, highest) = (Math.Min(lowest, value), Math.Max(highest, value));
        }

        low = lowest;
        Top = highest;
        span = Math.Max(1d, (double)highest - lowest);
    }

    public long Top { get; }

    public double At(long value) => (value - low) / span;

    public (double Start, double Length) Bar(long value)
    {
        var (nought, end) = (At(0), At(value));
        var length = Math.Max(Math.Abs(end - nought), Least);
        return (value < 0 ? Math.Max(nought - length, 0) : Math.Min(nought, 1 - length), length);
    }

    /// <summary>Three to six round figures from nought upwards, the last at or above the highest value.</summary>
    public static IReadOnlyList<long> Round(long highest)
    {
        var step = 1L;
        while (highest / step > 5)
        {
            step = step.ToString(System.Globalization.CultureInfo.InvariantCulture)[0] == '2' ? step / 2 * 5 : step * 2;
        }

        var steps = (int)Math.Max(1, (highest + step - 1) / step);
        return [.. Enumerable.Range(0, steps + 1).Select(number => number * step)];
    }
}
