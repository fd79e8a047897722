using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Data;

namespace Trellis.Groups.Confirming;

/// <summary>Narrows the search by the year in which a group last confirmed its entry; two unanswered askings show as not confirmed.</summary>
internal sealed class LastConfirmed(Db db, TimeProvider clock) : IGroupFacet
{
    public string Key => "confirmed";

    public string Title => "Last confirmed";

    public string Stamp => "groups";

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> Read(Guid placeId, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var confirmed = await db.Organisations(placeId).Where(group => group.IsListed && group.ConfirmedAt != null).Select(group => new { group.Id, group.ConfirmedAt }).ToListAsync(stop);
        var asked = await (
            from freshness in db.Set<Freshness>().AsNoTracking()
            join organisation in db.Organisations(placeId) on freshness.OrganisationId equals organisation.Id
            where freshness.Unanswered >= Freshness.TooMany && organisation.IsListed
            select freshness).ToListAsync(stop);
        var found = confirmed.ToDictionary(group => group.Id, group => (IReadOnlyList<string>)[group.ConfirmedAt!.Value.Year.ToString()]);
        foreach (var freshness in asked.Where(one => one.IsSilent(now)))
        {
            found[freshness.OrganisationId] = ["Not confirmed"];
        }

        return found;
    }
}
