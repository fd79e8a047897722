using Trellis.Support.Checks.Instruments;
using Trellis.Support.Checks.Records;
using Trellis.Support.Checks.Talk;

namespace Trellis.Support.Checks.Results;

/// <summary>Where a group stands in one area: the mean of the levels it agreed on, and on how many items it rests.</summary>
/// <param name="Tenths">The mean in tenths of a level, as in 24; null where no item has a level.</param>
/// <param name="Items">The items with a level, and all of the area.</param>
internal sealed record AreaResult(InstrumentArea Area, long? Tenths, (int WithLevel, int All) Items)
{
    public IReadOnlyList<Spread> Spreads { get; init; } = [];

    /// <summary>The lowest and the highest level that anybody named in the area; null where nobody named any.</summary>
    public (int Low, int High)? Views => Spreads.SelectMany(one => one.Levels).ToList() is { Count: > 0 } levels ? (levels.Min(), levels.Max()) : null;

    /// <summary>Strengths first; areas without a level last.</summary>
    public static IReadOnlyList<AreaResult> Of(Instrument instrument, IReadOnlyList<Spread> spreads) =>
        [.. instrument.Areas.Select(area => Of(area, [.. spreads.Where(one => area.Items.Contains(one.Item))])).OrderByDescending(one => one.Tenths ?? -1)];

    public static long? Mean(IEnumerable<int> levels) => levels.ToList() is { Count: > 0 } all ? (long)Math.Round(10 * all.Average(), MidpointRounding.AwayFromZero) : null;

    private static AreaResult Of(InstrumentArea area, IReadOnlyList<Spread> spreads)
    {
        var levels = spreads.Select(one => one.Agreed?.Said.Level()).OfType<int>().ToList();
        return new(area, Mean(levels), (levels.Count, spreads.Count)) { Spreads = spreads };
    }
}

/// <summary>How an area changed between two checks of the same version, on the items that have a level in both.</summary>
/// <param name="Then">As people see the first check now; null where nobody looked back.</param>
internal sealed record AreaChange(InstrumentArea Area, long From, long To, int Items, long? Then)
{
    public static IReadOnlyList<AreaChange> Of(Instrument instrument, IReadOnlyList<Spread> before, IReadOnlyList<Spread> now) =>
        [.. instrument.Areas.Select(area => Of(area, before, now)).OfType<AreaChange>()];

    private static AreaChange? Of(InstrumentArea area, IReadOnlyList<Spread> before, IReadOnlyList<Spread> now)
    {
        var first = before.ToDictionary(one => one.Item.Id);
        var both = (from spread in now
                    where area.Items.Contains(spread.Item)
                    let to = spread.Agreed?.Said.Level()
                    let source = first.GetValueOrDefault(spread.Item.Id)?.Agreed?.Said.Level()
                    where to is not null && source is not null
                    select (From: source.Value, To: to.Value, spread.ThenTenths)).ToList();
        var then = both.Select(one => one.ThenTenths).OfType<long>().ToList();
        return both.Count == 0 ? null
            : new(area, AreaResult.Mean(both.Select(one => one.From))!.Value, AreaResult.Mean(both.Select(one => one.To))!.Value, both.Count, then.Count == 0 ? null : (long)Math.Round(then.Average(), MidpointRounding.AwayFromZero));
    }
}
