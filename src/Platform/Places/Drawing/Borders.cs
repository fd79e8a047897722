namespace Trellis.Platform.Places.Drawing;

/// <summary>Finds which areas lie side by side: published boundaries have the corners of a common border in common.</summary>
internal static class Borders
{
    /// <summary>One corner in common is a touch, two make a border.</summary>
    private const int CornersOfBorder = 2;

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Neighbours(IReadOnlyDictionary<string, Outline> outlines)
    {
        var owners = outlines
            .SelectMany(pair => pair.Value.Rings.SelectMany(ring => ring).Distinct().Select(corner => (Corner: corner, Code: pair.Key)))
            .GroupBy(owned => owned.Corner, owned => owned.Code)
            .Select(group => group.ToList())
            .Where(codes => codes.Count > 1);
        var common = new Dictionary<(string, string), int>();
        foreach (var codes in owners)
        {
            foreach (var (one, other) in codes.SelectMany(_ => codes, (one, other) => (one, other)).Where(pair => pair.one != pair.other))
            {
                common[(one, other)] = common.GetValueOrDefault((one, other)) + 1;
            }
        }

        return common.Where(pair => pair.Value >= CornersOfBorder).GroupBy(pair => pair.Key.Item1, pair => pair.Key.Item2)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Order(StringComparer.Ordinal)]);
    }
}
