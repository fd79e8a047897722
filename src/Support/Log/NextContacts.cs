using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;

namespace Trellis.Support.Log;

/// <summary>What was agreed with a group to come next. It is done once something later has been logged for the group.</summary>
/// <param name="WorkerId">Who agreed it.</param>
internal sealed record NextContact(Guid EntryId, Guid GroupId, string Slug, string Group, DateOnly? On, string? Step, Guid? WorkerId);

/// <summary>Reads what comes next.</summary>
internal sealed class NextContacts(Db db)
{
    /// <summary>With one group, or (where none is named) with all of the place, the soonest first.</summary>
    public Task<List<NextContact>> Of(Guid placeId, Guid? organisation, Guid? worker, CancellationToken stop) => (
        from entry in db.SupportEntries(placeId)
        where entry.NextOn != null || entry.NextStep != null
        join about in db.Set<EntryGroup>() on entry.Id equals about.EntryId
        join one in db.AllOrganisations(placeId) on about.OrganisationId equals one.Id
        where (organisation == null || about.OrganisationId == organisation) && (worker == null || entry.WorkerId == worker)
            && !db.Set<EntryGroup>().Any(later => later.OrganisationId == about.OrganisationId && db.Set<SupportEntry>().Any(after => after.Id == later.EntryId && after.WrittenAt > entry.WrittenAt))
        orderby entry.NextOn == null, entry.NextOn, one.Name, entry.Id
        select new NextContact(entry.Id, one.Id, one.Slug, one.Name, entry.NextOn, entry.NextStep, entry.WorkerId)).AsNoTracking().ToListAsync(stop);
}
