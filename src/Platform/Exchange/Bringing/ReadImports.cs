using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Sources;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>Reads what came into a place, and what became of each row.</summary>
internal sealed class ReadImports(Db db, Database database)
{
    public const int OnAPage = 30;
    public const int FindingsOnAPage = 100;

    /// <param name="Title">Of the list it belongs to.</param>
    /// <param name="IsWithdrawn">The list was taken back.</param>
    public sealed record Line(Import Import, string Title, bool IsWithdrawn);

    /// <summary>The newest first.</summary>
    /// <param name="before">Those older than this one; null for the newest.</param>
    public async Task<IReadOnlyList<Line>> Of(Guid placeId, Guid? before, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var ids = await connection.Query(
            $"SELECT id FROM platform_import WHERE place_id = @place {(before is null ? "" : "AND id < @before")} ORDER BY id DESC LIMIT @most",
            row => row.GetGuid(0), stop, ("place", placeId), ("before", before ?? Guid.Empty), ("most", OnAPage + 1));
        var lines = await (from import in db.Set<Import>().AsNoTracking() join source in db.Set<Source>() on import.SourceId equals source.Id where ids.Contains(import.Id) select new Line(import, source.Title, source.WithdrawnAt != null)).ToListAsync(stop);
        return [.. lines.OrderBy(line => ids.IndexOf(line.Import.Id))];
    }

    /// <summary>Null where the place has no such import.</summary>
    public async Task<(Import Import, Source Source)?> One(Guid placeId, Guid id, CancellationToken stop)
    {
        var found = await (from import in db.Set<Import>().AsNoTracking() join source in db.Set<Source>() on import.SourceId equals source.Id where import.PlaceId == placeId && import.Id == id select new { import, source })
            .FirstOrDefaultAsync(stop);
        return found is null ? null : (found.import, found.source);
    }

    /// <summary>How many findings of each severity there are.</summary>
    public async Task<IReadOnlyDictionary<Severity, int>> Counts(Guid importId, CancellationToken stop) =>
        (await db.Set<Finding>().Where(finding => finding.ImportId == importId).GroupBy(finding => finding.Severity).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(stop))
            .ToDictionary(pair => pair.Key, pair => pair.Count);

    /// <summary>One page of them, in the order of the file: one more than are shown, where there are more.</summary>
    /// <param name="after">The last of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<Finding>> Findings(Guid importId, Severity? severity, Guid? after, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return await connection.Query(
            $"""
            SELECT id, sheet, row, heading, value, severity, wrong, done FROM platform_finding
            WHERE import_id = @import {(severity is null ? "" : "AND severity = @severity")}
            {(after is null ? "" : "AND (coalesce(sheet, ''), coalesce(row, 0), id) > (SELECT coalesce(sheet, ''), coalesce(row, 0), id FROM platform_finding WHERE id = @after)")}
            ORDER BY coalesce(sheet, ''), coalesce(row, 0), id LIMIT @most
            """,
            row => Read(importId, row), stop, ("import", importId), ("severity", severity?.ToString() ?? ""), ("after", after ?? Guid.Empty), ("most", FindingsOnAPage + 1));
    }

    public async Task<IReadOnlyList<Finding>> All(Guid importId, CancellationToken stop) => await db.Set<Finding>().AsNoTracking().Where(finding => finding.ImportId == importId).ToListAsync(stop);

    private static Finding Read(Guid importId, DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        ImportId = importId,
        Sheet = row.Text(1),
        Row = row.Number(2),
        Heading = row.Text(3),
        Value = row.Text(4),
        Severity = Enum.Parse<Severity>(row.GetString(5)),
        Wrong = row.GetString(6),
        Done = row.GetString(7),
    };
}
