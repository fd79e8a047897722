using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Support.Checks.Results;
using Trellis.Support.Log;

namespace Trellis.Support.Checks.Above;

/// <summary>Hours of help beside the change that groups agreed on: in bands of five groups and more, without their names, and not as cause and effect.</summary>
[Requires(CheckRules.DoseAndChange)]
internal sealed class DoseAndChangeModel(Here here, Db db, LevelChanges changes, TimeProvider clock) : PageModel
{
    private static readonly (string Title, long Below)[] ByHours = [("No help logged", 1), ("Less than 5 hours", 300), ("5 to 20 hours", 1_200), ("20 hours or more", long.MaxValue)];

    /// <param name="Gained">The mean change in tenths of a level; null where the band holds fewer than five groups.</param>
    public sealed record Band(string Title, int? Groups, long? Gained);

    /// <param name="Up">Groups that moved up, of those with levels in both; null where these are fewer than five.</param>
    public sealed record AreaLine(string Title, int? Up, int? Of);

    public IReadOnlyList<Band> Bands { get; private set; } = [];

    public IReadOnlyList<AreaLine> Areas { get; private set; } = [];

    /// <summary>All groups whose change is counted.</summary>
    public int Groups { get; private set; }

    public async Task OnGet(CancellationToken stop)
    {
        var placeId = (await here.RequirePlace(stop)).Id;
        // The latest of each group, so that a group counts once.
        var ways = (await changes.Read(placeId, DateTimeOffset.MinValue, clock.GetUtcNow(), stop)).GroupBy(way => way.Now.OrganisationId).Select(same => same.Last()).Where(way => way.Changes.Count > 0).ToList();
        Groups = ways.Count;
        var minutes = await Minutes(placeId, ways, stop);
        var low = 0L;
        var bands = new List<Band>();
        foreach (var (title, below) in ByHours)
        {
            var (least, most) = (low, below);
            var within = ways.Where(way => minutes[way.Now.Id] >= least && minutes[way.Now.Id] < most).ToList();
            bands.Add(within.Count < LevelChanges.Fewest ? new(title, null, null) : new(title, within.Count, (long)Math.Round(within.Average(way => way.Gained), MidpointRounding.AwayFromZero)));
            low = below;
        }

        Bands = bands;
        Areas = [.. ways.SelectMany(way => way.Changes).GroupBy(change => change.Area.Title).Select(area => Line(area.Key, [.. area]))];
    }

    private static AreaLine Line(string title, List<AreaChange> all) =>
        all.Count < LevelChanges.Fewest ? new(title, null, null) : new(title, all.Count(one => (one.To + 5) / 10 > (one.From + 5) / 10), all.Count);

    /// <summary>Help between the two checks, by the later check.</summary>
    private async Task<Dictionary<Guid, long>> Minutes(Guid placeId, IReadOnlyList<LevelChanges.Way> ways, CancellationToken stop)
    {
        var groups = ways.Select(way => way.Now.OrganisationId).ToHashSet();
        var rows = await (
            from entry in db.SupportEntries(placeId).AsNoTracking()
            join about in db.Set<EntryGroup>().AsNoTracking() on entry.Id equals about.EntryId
            where entry.Minutes != null && groups.Contains(about.OrganisationId)
            select new { about.OrganisationId, entry.OnDay, Minutes = entry.Minutes!.Value }).ToListAsync(stop);
        var byGroup = rows.ToLookup(row => row.OrganisationId);
        return ways.ToDictionary(way => way.Now.Id, way => byGroup[way.Now.OrganisationId]
            .Where(row => row.OnDay >= Days.Of(way.Before.FinishedAt!.Value) && row.OnDay <= Days.Of(way.Now.FinishedAt!.Value)).Sum(row => (long)row.Minutes));
    }
}
