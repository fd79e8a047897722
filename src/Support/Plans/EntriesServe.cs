using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Platform.Texts;
using Trellis.Support.Log;

namespace Trellis.Support.Plans;

/// <summary>Help from the log that names an action of the plan, or the item of the health check that the action is about.</summary>
internal sealed class EntriesServe(Db db, Texts t) : IServeActions
{
    public async Task<IReadOnlyList<Service>> For(OrganisationSummary group, DateOnly since, bool forStaff, CancellationToken stop)
    {
        var entries = await db.SupportEntries(group.PlaceId).AsNoTracking()
            .Where(entry => entry.OnDay >= since && (entry.ActionId != null || entry.Criterion != null) && (forStaff || entry.IsShared)
                && db.Set<EntryGroup>().Any(about => about.EntryId == entry.Id && about.OrganisationId == group.Id))
            .OrderBy(entry => entry.OnDay).ThenBy(entry => entry.Id).ToListAsync(stop);
        return entries.ConvertAll(entry => new Service(entry.OnDay, Words(entry), entry.TopicId) { ActionId = entry.ActionId, Criterion = entry.Criterion });
    }

    private string Words(SupportEntry entry) => entry.Minutes is { } minutes ? t["{0} ({1} minutes)", entry.Done, minutes] : entry.Done;
}
