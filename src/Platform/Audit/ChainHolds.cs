using System.Data.Common;
using Trellis.Platform.Data;

namespace Trellis.Platform.Audit;

/// <summary>Walks the chain from its first entry and names the first that somebody has tampered with.</summary>
internal sealed class ChainHolds(HeadsFile heads) : ICheck
{
    private const int PageSize = 2_000;

    public string What => "Nobody has altered the history";

    public async Task<IReadOnlyList<string>> Faults(DbConnection connection, CancellationToken stop)
    {
        var kept = await heads.Read(stop);
        var (sequence, previous) = (0L, AuditEntry.Nothing);
        while (true)
        {
            var page = await Page(connection, sequence, stop);
            foreach (var (entry, salt, reason) in page)
            {
                if (Wrong(entry, sequence, previous, salt, reason, kept) is { } fault)
                {
                    return [fault];
                }

                (sequence, previous) = (entry.Sequence, entry.Hash);
            }

            if (page.Count < PageSize)
            {
                return Missing(kept, sequence);
            }
        }
    }

    private static string? Wrong(AuditEntry entry, long before, string previous, string? salt, string? reason, IReadOnlyDictionary<long, string> kept)
    {
        if (entry.Sequence != before + 1)
        {
            return $"Entry {before + 1} of the history is missing.";
        }

        var holds = entry.Previous == previous && entry.Hash == AuditEntry.HashOf(entry) && kept.GetValueOrDefault(entry.Sequence, entry.Hash) == entry.Hash
            && (salt is null || reason is null || entry.ReasonHash == AuditEntry.HashOf(salt, reason));
        return holds ? null : $"Entry {entry.Sequence} of the history, of {entry.At:d MMMM yyyy HH:mm} UTC, has been altered.";
    }

    /// <summary>A cut tail leaves a chain that holds; only what was written down outside the database shows it.</summary>
    private static IReadOnlyList<string> Missing(IReadOnlyDictionary<long, string> kept, long last) =>
        kept.Keys.DefaultIfEmpty(0).Max() is var known && known > last ? [$"The history ends at entry {last}, but there was an entry {known}: the entries after {last} have been removed."] : [];

    private static Task<List<(AuditEntry Entry, string? Salt, string? Reason)>> Page(DbConnection connection, long after, CancellationToken stop) => connection.Query(
        $"""
        SELECT audit.sequence, at, place_id, actor_id, session_id, act, record_kind, record_id, fields, reason_hash, previous, hash, salt, reason
        FROM platform_audit audit LEFT JOIN platform_audit_reason reason ON reason.sequence = audit.sequence
        WHERE audit.sequence > @after ORDER BY audit.sequence LIMIT {PageSize}
        """,
        row => (Read(row), row.Text(12), row.Text(13)), stop, ("after", after));

    private static AuditEntry Read(DbDataReader row) => new()
    {
        Sequence = row.GetInt64(0),
        At = row.Instant(1),
        PlaceId = row.IsDBNull(2) ? null : row.GetGuid(2),
        ActorId = row.IsDBNull(3) ? null : row.GetGuid(3),
        SessionId = row.IsDBNull(4) ? null : row.GetGuid(4),
        Act = row.GetString(5),
        RecordKind = row.GetString(6),
        RecordId = row.GetGuid(7),
        Fields = row.GetString(8),
        ReasonHash = row.Text(9),
        Previous = row.GetString(10),
        Hash = row.GetString(11),
    };
}
