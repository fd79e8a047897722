using System.Globalization;
using Trellis.Platform.Measures;
using Trellis.Reports.Indicators;

namespace Trellis.Reports.Counting;

/// <summary>From a day to a day, both counted.</summary>
internal readonly record struct Period(DateOnly First, DateOnly Last)
{
    public bool Has(DateOnly day) => day >= First && day <= Last;

    /// <summary>The one of the same length just before; whole months stay whole.</summary>
    public Period Before
    {
        get
        {
            var isWholeMonths = First.Day == 1 && Last.AddDays(1).Day == 1;
            var months = ((Last.AddDays(1).Year - First.Year) * 12) + Last.AddDays(1).Month - First.Month;
            return new(isWholeMonths ? First.AddMonths(-months) : First.AddDays(First.DayNumber - Last.DayNumber - 1), First.AddDays(-1));
        }
    }

    /// <summary>As in 2026-04-01 to 2026-06-30. The one that a record writes by itself would write the one before, and the one before that, until the stack is full.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First:yyyy-MM-dd} to {Last:yyyy-MM-dd}");
}

/// <summary>A part of a figure: the value of one ward, one way of helping.</summary>
/// <param name="Groups">On how many groups it rests.</param>
internal sealed record Part(string Name, long? Value, int Groups, IReadOnlyList<CountedRecord> Records);

/// <summary>A figure with the records it was counted from.</summary>
/// <param name="Value">Null where nothing is there to take a mean or a share of.</param>
/// <param name="Groups">On how many groups it rests.</param>
/// <param name="Records">Exactly those counted, by day.</param>
internal sealed record Figure(long? Value, int Groups, IReadOnlyList<CountedRecord> Records)
{
    public IReadOnlyDictionary<string, IReadOnlyList<Part>> Parts { get; init; } = new Dictionary<string, IReadOnlyList<Part>>();
}

/// <summary>Counts one indicator over records. Pure: the same records give the same figure.</summary>
/// <param name="indicator">What is counted.</param>
/// <param name="traits">What is known of each group.</param>
/// <param name="paidPence">What the framework pays in the period; null where it does not say.</param>
internal sealed class Counting(Indicator indicator, IReadOnlyDictionary<Guid, GroupTraits> traits, long? paidPence = null)
{
    /// <param name="records">All of the indicator's kind up to the end of the period, for what was before tells who is new.</param>
    /// <param name="period">The days that count.</param>
    /// <param name="breakdowns">By what the figure is told apart.</param>
    public Figure Of(IReadOnlyList<CountedRecord> records, Period period, params IReadOnlyList<string> breakdowns)
    {
        var old = indicator.Rule == CountingRule.NewGroups ? records.Where(one => one.On < period.First && Fits(one)).SelectMany(one => one.Groups).ToHashSet() : [];
        var fitting = new List<(CountedRecord Record, IReadOnlyList<Guid> Groups)>(records.Count);
        foreach (var one in records)
        {
            if (period.Has(one.On) && Fits(one) && Counted(one, old) is var groups && IsCounted(one, groups))
            {
                fitting.Add((one, groups));
            }
        }

        return new(Value(fitting), Groups(fitting), fitting.ConvertAll(one => one.Record)) { Parts = breakdowns.ToDictionary(by => by, by => (IReadOnlyList<Part>)Parts(fitting, by)) };
    }

    private bool Fits(CountedRecord record)
    {
        foreach (var condition in indicator.Where)
        {
            if (!Fulfils(record, condition))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Fulfils(CountedRecord record, Condition condition) => condition.Word is { } word
        ? record.Words.TryGetValue(word, out var said) && condition.Is!.Contains(said, StringComparer.OrdinalIgnoreCase)
        : record.Numbers.TryGetValue(condition.Number!, out var number) && (condition.Least is not { } least || number >= least) && (condition.Most is not { } most || number <= most);

    /// <summary>The groups of a record that count here. Most records are about one group, and of most indicators each counts: those need no list of their own.</summary>
    private IReadOnlyList<Guid> Counted(CountedRecord record, HashSet<Guid> old) => record.Groups.Count <= 1 && old.Count == 0 && indicator.GroupsWhere.Count == 0
        ? record.Groups
        : [.. record.Groups.Distinct().Where(group => !old.Contains(group) && indicator.GroupsWhere.All(condition => condition.Is.Contains(Trait(group, condition.By))))];

    private bool IsCounted(CountedRecord record, IReadOnlyList<Guid> groups) =>
        (groups.Count > 0 || (indicator.Rule is not (CountingRule.UniqueGroups or CountingRule.NewGroups) && indicator.GroupsWhere.Count == 0))
        && (indicator.Number is not { } number || record.Numbers.ContainsKey(number))
        && (indicator.Rule != CountingRule.Share || indicator.ShareWhere.All(condition => IsSaid(record, condition)));

    // Of a share, a record that does not say is in neither part of it.
    private static bool IsSaid(CountedRecord record, Condition condition) => condition.Word is { } word ? record.Words.ContainsKey(word) : record.Numbers.ContainsKey(condition.Number!);

    private string Trait(Guid group, string dimension) => traits.GetValueOrDefault(group)?.Of.GetValueOrDefault(dimension) ?? Dimensions.NotKnown;

    private static int Groups(List<(CountedRecord Record, IReadOnlyList<Guid> Groups)> counted)
    {
        var groups = new HashSet<Guid>();
        foreach (var (_, own) in counted)
        {
            groups.UnionWith(own);
        }

        return groups.Count;
    }

    private long? Value(List<(CountedRecord Record, IReadOnlyList<Guid> Groups)> counted) => indicator.Rule switch
    {
        CountingRule.Records => counted.Count,
        CountingRule.UniqueGroups or CountingRule.NewGroups => Groups(counted),
        CountingRule.Sum => Sum(counted),
        CountingRule.Mean => counted.Count == 0 ? null : Thousandths(Sum(counted), counted.Count),
        CountingRule.PerPound => paidPence is > 0 ? Thousandths(Sum(counted), paidPence.Value) : null,
        _ => counted.Count == 0 ? null : Thousandths(counted.Count(one => indicator.ShareWhere.All(condition => Fulfils(one.Record, condition))), counted.Count),
    };

    private long Sum(List<(CountedRecord Record, IReadOnlyList<Guid> Groups)> counted) => counted.Sum(one => one.Record.Numbers[indicator.Number!]);

    internal static long Thousandths(long part, long whole) => (long)Math.Round(part * 1000m / whole, MidpointRounding.AwayFromZero);

    /// <summary>A record about groups of two wards is counted in both, a group only in its own.</summary>
    private List<Part> Parts(List<(CountedRecord Record, IReadOnlyList<Guid> Groups)> counted, string by)
    {
        var parts = new Dictionary<string, List<(CountedRecord, IReadOnlyList<Guid>)>>();
        foreach (var (record, groups) in counted)
        {
            if (!Dimensions.OfGroups.Contains(by))
            {
                Add(record.Words.GetValueOrDefault(by) ?? Dimensions.NotKnown, record, groups);
            }
            else if (groups.Count == 0)
            {
                Add(Dimensions.NotKnown, record, groups);
            }
            else if (groups.Count == 1)
            {
                Add(Trait(groups[0], by), record, groups);
            }
            else
            {
                foreach (var own in groups.GroupBy(group => Trait(group, by)))
                {
                    Add(own.Key, record, [.. own]);
                }
            }
        }

        return [.. parts.OrderBy(part => part.Key == Dimensions.NotKnown).ThenBy(part => part.Key, StringComparer.Ordinal)
            .Select(part => new Part(part.Key, Value(part.Value), Groups(part.Value), part.Value.ConvertAll(one => one.Item1)))];

        void Add(string name, CountedRecord record, IReadOnlyList<Guid> groups)
        {
            if (!parts.TryGetValue(name, out var part))
            {
                parts[name] = part = [];
            }

            part.Add((record, groups));
        }
    }
}
