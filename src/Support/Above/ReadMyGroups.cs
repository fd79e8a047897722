using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Support.Log;

namespace Trellis.Support.Above;

/// <summary>A group that a worker has helped.</summary>
/// <param name="Last">The day of the latest help that anybody gave it.</param>
/// <param name="Minutes">Of the worker's own help.</param>
internal sealed record HelpedGroup(string Slug, string Name, DateOnly Last, long Minutes, int Times);

/// <summary>The groups that a worker has helped, the one longest without help first.</summary>
internal sealed class ReadMyGroups(Db db)
{
    public async Task<IReadOnlyList<HelpedGroup>> Handle(Guid placeId, Guid worker, CancellationToken stop)
    {
        var own = await (
            from entry in db.SupportEntries(placeId)
            join about in db.Set<EntryGroup>() on entry.Id equals about.EntryId
            where entry.WorkerId == worker
            group entry by about.OrganisationId into same
            select new { same.Key, Minutes = same.Sum(entry => (long?)entry.Minutes) ?? 0, Times = same.Count() }).ToDictionaryAsync(one => one.Key, stop);
        var ids = own.Keys.ToList();
        var last = await (
            from entry in db.SupportEntries(placeId)
            join about in db.Set<EntryGroup>() on entry.Id equals about.EntryId
            where ids.Contains(about.OrganisationId)
            group entry by about.OrganisationId into same
            select new { same.Key, Last = same.Max(entry => entry.OnDay) }).ToDictionaryAsync(one => one.Key, one => one.Last, stop);
        var groups = await db.AllOrganisations(placeId).Where(group => ids.Contains(group.Id)).Select(group => new { group.Id, group.Slug, group.Name }).ToListAsync(stop);
        return
        [
            .. groups.Select(group => new HelpedGroup(group.Slug, group.Name, last[group.Id], own[group.Id].Minutes, own[group.Id].Times))
                .OrderBy(group => group.Last).ThenBy(group => group.Name, StringComparer.CurrentCulture),
        ];
    }
}
