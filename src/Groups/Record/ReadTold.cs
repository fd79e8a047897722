using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Intake;
using Trellis.Platform.Data;
using Trellis.Platform.Sources;

namespace Trellis.Groups.Record;

/// <summary>All that sources and people say of one organisation.</summary>
internal static class ReadTold
{
    public static async Task<List<(Told Told, Source Source)>> Of(Db db, Guid organisation, CancellationToken stop)
    {
        var rows = await (
            from record in db.Set<SourceRecord>().AsNoTracking()
            join source in db.Set<Source>().AsNoTracking() on record.SourceId equals source.Id
            where record.OrganisationId == organisation
            select new { record.Id, record.Said, record.GoneOn, record.IsWithdrawn, Source = source }).ToListAsync(stop);
        return [.. rows.Select(row => (new Told(row.Id, Statement.FromJson(row.Said), Tellers.Weighed(Tellers.For(row.Source), row.GoneOn, row.IsWithdrawn)), row.Source))];
    }
}
