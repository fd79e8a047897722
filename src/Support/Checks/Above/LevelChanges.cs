using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Support.Checks.Instruments;
using Trellis.Support.Checks.Records;
using Trellis.Support.Checks.Results;
using Trellis.Support.Checks.Talk;

namespace Trellis.Support.Checks.Above;

/// <summary>The changes of those groups that agreed to be counted without their name: in both of the checks that are compared.</summary>
internal sealed class LevelChanges(Db db, KeepInstrument instruments)
{
    /// <summary>Fewer groups than these are not shown: a count of two tells on each of them.</summary>
    public const int Fewest = 5;

    /// <summary>One group's way from a check to the next, for counting alone.</summary>
    public sealed record Way(Assessment Before, Assessment Now, IReadOnlyList<AreaChange> Changes)
    {
        /// <summary>The mean over the areas, in tenths of a level.</summary>
        public long Gained => Changes.Count == 0 ? 0 : (long)Math.Round(Changes.Average(one => one.To - one.From), MidpointRounding.AwayFromZero);
    }

    public async Task<IReadOnlyList<Way>> Read(Guid placeId, DateTimeOffset since, DateTimeOffset until, CancellationToken stop)
    {
        var pairs = await (
            from now in db.Assessments(placeId).AsNoTracking()
            where now.FinishedAt != null && now.FinishedAt >= since && now.FinishedAt < until
            join before in db.Assessments(placeId).AsNoTracking() on now.BeforeId equals before.Id
            where before.FinishedAt != null && before.InstrumentId == now.InstrumentId
            where db.Consents(Audience.Statistics).Any(one => one.AssessmentId == now.Id) && db.Consents(Audience.Statistics).Any(one => one.AssessmentId == before.Id)
            orderby now.FinishedAt, now.Id
            select new { before, now }).ToListAsync(stop);
        var agreed = await AgreedIn(placeId, [.. pairs.SelectMany(pair => new[] { pair.before.Id, pair.now.Id })], stop);
        var (ways, known) = (new List<Way>(), new Dictionary<Guid, Instrument>());
        foreach (var pair in pairs)
        {
            if (!known.TryGetValue(pair.now.InstrumentId, out var instrument))
            {
                known[pair.now.InstrumentId] = instrument = await instruments.Read(pair.now.InstrumentId, stop);
            }

            ways.Add(new(pair.before, pair.now, AreaChange.Of(instrument, Bare(instrument, agreed[pair.before.Id]), Bare(instrument, agreed[pair.now.Id]))));
        }

        return ways;
    }

    private async Task<ILookup<Guid, Agreed>> AgreedIn(Guid placeId, HashSet<Guid> assessments, CancellationToken stop) =>
        (await db.Set<Agreed>().AsNoTracking().Where(one => one.PlaceId == placeId && assessments.Contains(one.AssessmentId)).ToListAsync(stop)).ToLookup(one => one.AssessmentId);

    private static IReadOnlyList<Spread> Bare(Instrument instrument, IEnumerable<Agreed> agreed)
    {
        var byItem = agreed.ToDictionary(one => one.Item);
        return [.. instrument.Items.Select(item => new Spread(item, [], byItem.GetValueOrDefault(item.Id)))];
    }
}
