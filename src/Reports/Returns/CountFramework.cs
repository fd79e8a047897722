using Trellis.Platform.Measures;
using Trellis.Reports.Counting;
using Trellis.Reports.Frameworks;
using Trellis.Reports.Indicators;

namespace Trellis.Reports.Returns;

/// <summary>Counts all that a framework asks for, each record kept once however many figures rest on it. Pure, like what it counts with.</summary>
/// <param name="traits">What is known of each group.</param>
/// <param name="records">All records of a kind up to the end of the period.</param>
internal sealed class CountFramework(IReadOnlyDictionary<Guid, GroupTraits> traits, Func<string, IReadOnlyList<CountedRecord>> records)
{
    private readonly Dictionary<string, Dictionary<Guid, int>> known = [];
    private readonly List<BehindRecord> behind = [];

    public ReturnBody Handle(Framework framework, IReadOnlyList<FrameworkItem> items, Period period)
    {
        var figures = items.Select(item => IndicatorLibrary.Shipped.Find(item.Indicator) is { } indicator
            ? Count(framework, item, indicator, period)
            : Empty(item, item.Definition ?? "")).ToList();
        return new(IndicatorLibrary.Shipped.Version, framework.Name, framework.Funder, period.First, period.Last) { Figures = figures, Records = behind };
    }

    private BodyFigure Count(Framework framework, FrameworkItem item, Indicator indicator, Period period)
    {
        var all = records(indicator.Records);
        var counting = new Counting.Counting(indicator, traits, framework.PaysPence);
        var figure = counting.Of(all, period, item.By);
        return Empty(item, indicator.Definition) with
        {
            Value = figure.Value,
            Before = period.Before.Last < framework.StartsOn ? null : counting.Of(all, period.Before).Value,
            Groups = figure.Groups,
            Records = Keep(indicator.Records, figure.Records),
            Parts = [.. figure.Parts.SelectMany(by => by.Value.Select(part => new BodyPart(by.Key, part.Name, part.Value, part.Groups, Keep(indicator.Records, part.Records))))],
        };
    }

    private static BodyFigure Empty(FrameworkItem item, string definition) =>
        new(item.Id, item.Indicator, item.Wording, definition, item.Unit) { Target = item.Target, Aim = item.Aim, Baseline = item.Baseline };

    // Who helped is no funder's business, and what was sent is kept for years.
    private static IReadOnlyDictionary<string, string> Told(IReadOnlyDictionary<string, string> words) =>
        words.ContainsKey("worker") ? words.Where(pair => pair.Key != "worker").ToDictionary() : words;

    private int[] Keep(string kind, IReadOnlyList<CountedRecord> counted)
    {
        var (at, here) = (new int[counted.Count], known.TryGetValue(kind, out var had) ? had : known[kind] = []);
        for (var i = 0; i < at.Length; i++)
        {
            var record = counted[i];
            if (!here.TryGetValue(record.Id, out at[i]))
            {
                here[record.Id] = at[i] = behind.Count;
                behind.Add(new(kind, record.Id, record.On, record.Title, record.Url, [.. record.Groups.Select(group => traits.GetValueOrDefault(group)?.Name ?? "").Order(StringComparer.Ordinal)], Told(record.Words), record.Numbers));
            }
        }

        return at;
    }
}
