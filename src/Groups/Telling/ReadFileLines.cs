using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Sources;
using Trellis.Platform.Texts;

namespace Trellis.Groups.Telling;

/// <summary>What files and merges did to a group's entry, as lines of its history: they are not acts of people on the site, so the chain does not have them.</summary>
internal sealed class ReadFileLines(Db db, Texts t)
{
    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<HistoryLine>> Of(Guid group, bool withNames, CancellationToken stop) =>
        [.. (await Files(group, stop)).Concat(await Merges(group, withNames, stop)).OrderByDescending(line => line.At)];

    private async Task<List<HistoryLine>> Files(Guid group, CancellationToken stop)
    {
        var rows = await (
            from record in db.Set<SourceRecord>().AsNoTracking()
            join source in db.Set<Source>() on record.SourceId equals source.Id
            from import in db.Set<Import>()
            where record.OrganisationId == @group && (import.Id == record.FirstImportId || import.Id == record.LastImportId)
            select new { record.FirstImportId, record.GoneOn, source.Title, import.Id, import.FinishedAt }).ToListAsync(stop);
        return [.. rows.Select(row => new HistoryLine(row.FinishedAt, t[Sentence(row.Id == row.FirstImportId, row.GoneOn is not null), row.Title])).Distinct()]; // a file may name a group in many rows
    }

    private static string Sentence(bool isFirst, bool isGone) => isFirst ? "The file “{0}” named this group for the first time."
        : isGone ? "The file “{0}” no longer names this group." : "The file “{0}” said something new of this group.";

    private async Task<IEnumerable<HistoryLine>> Merges(Guid group, bool withNames, CancellationToken stop)
    {
        var merges = await db.Set<Merge>().AsNoTracking().Where(merge => merge.KeptId == @group).ToListAsync(stop);
        return merges.SelectMany(merge => new[]
        {
            new HistoryLine(merge.At, t["{0} made another entry a part of this one.", Who(merge.ByWhom)], merge.Reason),
            merge.UndoneAt is { } undone ? new HistoryLine(undone, t["{0} took the two entries apart again.", Who(merge.UndoneBy)]) : null,
        }).OfType<HistoryLine>();

        string Who(string? name) => withNames && !string.IsNullOrEmpty(name) ? name : t["Somebody of the staff"];
    }
}
