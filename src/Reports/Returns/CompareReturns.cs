namespace Trellis.Reports.Returns;

/// <summary>What has become different of one figure since the return was sent.</summary>
internal sealed record FigureDifference(BodyFigure Then, BodyFigure Now, IReadOnlyList<BehindRecord> Added, IReadOnlyList<BehindRecord> Gone, IReadOnlyList<(BehindRecord Then, BehindRecord Now)> Changed);

/// <summary>Holds what was sent beside what the same count gives now, figure by figure and record by record.</summary>
internal static class CompareReturns
{
    /// <summary>Only figures of which something differs.</summary>
    public static IReadOnlyList<FigureDifference> Of(ReturnBody then, ReturnBody now)
    {
        var differences = new List<FigureDifference>();
        foreach (var figure in then.Figures)
        {
            if (now.Figures.FirstOrDefault(one => one.ItemId == figure.ItemId) is not { } other || figure.IsTypedIn)
            {
                continue;
            }

            var (before, after) = (ById(then, figure), ById(now, other));
            var difference = new FigureDifference(figure, other,
                [.. after.Where(pair => !before.ContainsKey(pair.Key)).Select(pair => pair.Value)],
                [.. before.Where(pair => !after.ContainsKey(pair.Key)).Select(pair => pair.Value)],
                [.. before.Where(pair => after.TryGetValue(pair.Key, out var still) && !still.Says(pair.Value)).Select(pair => (pair.Value, after[pair.Key]))]);
            if (figure.Value != other.Value || difference.Added.Count + difference.Gone.Count + difference.Changed.Count > 0)
            {
                differences.Add(difference);
            }
        }

        return differences;
    }

    private static Dictionary<(string, Guid), BehindRecord> ById(ReturnBody body, BodyFigure figure) => body.Behind(figure).ToDictionary(record => (record.Kind, record.Id));
}
