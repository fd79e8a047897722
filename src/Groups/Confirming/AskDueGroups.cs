using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Jobs;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Confirming;

/// <summary>Asks, day by day, the groups whose promise says that it is time; again after a fortnight where nobody answers, then in the group's own rhythm.</summary>
internal sealed class AskDueGroups(Db db, AskToConfirm ask, PublicAddress address, TimeProvider clock)
{
    private const int MostADay = 200;

    public static readonly Job Job = new("ask-groups", "Ask groups whether their entries are still right", Rhythm.Daily(8, 30), (scope, stop) => scope.GetRequiredService<AskDueGroups>().Handle(stop));

    public async Task<string> Handle(CancellationToken stop)
    {
        if (address.Configured is not { } site)
        {
            return "Nobody was asked: no address of this site is configured to put into a link.";
        }

        var now = clock.GetUtcNow();
        var hosts = await db.Places().AsNoTracking().ToDictionaryAsync(place => place.Id, place => place.Host, stop);
        var asked = 0;
        foreach (var group in await Due(now, stop))
        {
            asked += (await ask.Handle(new(group.PlaceId, group.Id, new UriBuilder(site) { Host = hosts[group.PlaceId] ?? site.Host }.Uri, null), stop)).Succeeded ? 1 : 0;
        }

        return $"{asked} groups were asked.";
    }

    private async Task<List<Organisation>> Due(DateTimeOffset now, CancellationToken stop)
    {
        var promised = await (
            from freshness in db.Set<Freshness>().AsNoTracking()
            join organisation in db.Set<Organisation>().AsNoTracking() on freshness.OrganisationId equals organisation.Id
            where freshness.EveryMonths != null && organisation.IsListed && organisation.MergedIntoId == null
            select new { freshness, organisation }).ToListAsync(stop);
        return [.. promised.Where(one => IsDue(one.freshness, one.organisation.ConfirmedAt, now)).Take(MostADay).Select(one => one.organisation)];
    }

    internal static bool IsDue(Freshness freshness, DateTimeOffset? confirmed, DateTimeOffset now)
    {
        var latest = freshness.AskedAt > confirmed || confirmed is null ? freshness.AskedAt : confirmed;
        return latest is null || now >= (freshness.Unanswered == 1 ? latest.Value.AddDays(Freshness.DaysToAnswer) : latest.Value.AddMonths(freshness.EveryMonths ?? 12));
    }
}
