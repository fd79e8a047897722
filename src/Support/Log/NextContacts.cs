using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Support.Coming;

namespace Trellis.Support.Log;

/// <summary>What was agreed with a group to come next. It is done once something later has been logged for the group.</summary>
/// <param name="WorkerId">Who agreed it.</param>
/// <param name="ImportId">The file that brought it in; null where it was agreed here.</param>
internal sealed record NextContact(Guid EntryId, Guid GroupId, string Slug, string Group, DateOnly? On, string? Step, Guid? WorkerId, Guid? ImportId);

/// <summary>Reads what comes next. What a file of another system says of it counts where its day was still to come when the file came: what was agreed years ago is no business of today.</summary>
internal sealed class NextContacts(Db db)
{
    /// <summary>With one group, or (where none is named) with all of the place, the soonest first.</summary>
    public async Task<List<NextContact>> Of(Guid placeId, Guid? organisation, Guid? worker, CancellationToken stop)
    {
        var agreed = await Agreed(placeId, organisation, worker).ToListAsync(stop);
        if (!agreed.Exists(one => one.ImportId is not null))
        {
            return agreed;
        }

        var brought = await db.Arrivals(placeId).Where(arrival => arrival.BroughtAt != null).ToDictionaryAsync(arrival => arrival.Id, arrival => DateOnly.FromDateTime(arrival.BroughtAt!.Value.UtcDateTime), stop);
        return agreed.FindAll(one => one.ImportId is not { } file || one.On >= brought[file]);
    }

    private IQueryable<NextContact> Agreed(Guid placeId, Guid? organisation, Guid? worker) => (
        from entry in db.SupportEntries(placeId)
        where entry.NextOn != null || entry.NextStep != null
        join about in db.Set<EntryGroup>() on entry.Id equals about.EntryId
        join one in db.AllOrganisations(placeId) on about.OrganisationId equals one.Id
        where (organisation == null || about.OrganisationId == organisation) && (worker == null || entry.WorkerId == worker)
            && !db.Set<EntryGroup>().Any(later => later.OrganisationId == about.OrganisationId && db.Set<SupportEntry>().Any(after => after.Id == later.EntryId && after.WrittenAt > entry.WrittenAt))
        orderby entry.NextOn == null, entry.NextOn, one.Name, entry.Id
        select new NextContact(entry.Id, one.Id, one.Slug, one.Name, entry.NextOn, entry.NextStep, entry.WorkerId, entry.ImportId)).AsNoTracking();
}
