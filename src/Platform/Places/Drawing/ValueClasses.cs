namespace Trellis.Platform.Places.Drawing;

/// <summary>Puts values into a few classes of about equally many areas, from least to most; equal values are always in one class.</summary>
internal sealed class ValueClasses
{
    private const int Fewest = 5;
    private const int Most = 7;
    private const int ManyAreas = 60;
    private const int Shades = 7;

    private ValueClasses(IReadOnlyList<(long From, long To)> ranges) => Ranges = ranges;

    /// <summary>The least and the greatest value that really occurs in each class.</summary>
    public IReadOnlyList<(long From, long To)> Ranges { get; }

    public static ValueClasses Of(IEnumerable<long> values)
    {
        var sorted = values.Order().ToList();
        var classes = sorted.Count >= ManyAreas ? Most : Fewest;
        var ends = Enumerable.Range(1, classes)
            .Select(at => ((at * sorted.Count) + classes - 1) / classes)
            .Where(count => count > 0)
            .Select(count => sorted[count - 1])
            .Distinct();
        var ranges = new List<(long From, long To)>();
        foreach (var end in ends)
        {
            var from = ranges.Count == 0 ? sorted[0] : sorted.First(value => value > ranges[^1].To);
            ranges.Add((from, end));
        }

        return new(ranges);
    }

    /// <summary>The class of a value, from 1.</summary>
    public int Class(long value) => Ranges.TakeWhile(range => range.To < value).Count() + 1;

    /// <summary>Which of the seven shades a class has, so that few classes are still well apart.</summary>
    public int Shade(int number) => Ranges.Count == 1 ? (Shades + 1) / 2 : 1 + ((((number - 1) * (Shades - 1) * 2) + Ranges.Count - 1) / ((Ranges.Count - 1) * 2));
}
