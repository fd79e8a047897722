using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Audit;

/// <summary>Tells the chain in words: who did what, when and why, the latest first. Only names of fields are known to it, never what stood in them.</summary>
public sealed class ReadHistory(Db db, HistoryWords words, SayWho who, IEnumerable<IRecordNames> names, Texts.Texts t)
{
    private const int PageSize = 25;
    private const int AtOnce = 500;
    private const string Reading = " " + nameof(DeedKind.Read);

    private sealed record Row(AuditEntry Entry, string? Reason);

    /// <param name="before">The key of this part; null for the latest.</param>
    public Task<HistoryPart> Part(HistoryAsked asked, long? before, CancellationToken stop) => Part(asked, before, PageSize, stop);

    /// <summary>All of it, for a file.</summary>
    public async IAsyncEnumerable<HistoryLine> All(HistoryAsked asked, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        long? before = null;
        do
        {
            var part = await Part(asked, before, AtOnce, stop);
            foreach (var line in part.Lines)
            {
                yield return line;
            }

            before = part.Older;
        }
        while (before is not null);
    }

    private async Task<HistoryPart> Part(HistoryAsked asked, long? before, int size, CancellationToken stop)
    {
        var rows = await Rows(asked, before, size + 1, stop);
        var older = rows.Count > size ? rows[size - 1].Entry.Sequence : (long?)null;
        rows = rows[..Math.Min(rows.Count, size)];
        var lines = await Lines(asked, rows, stop);
        var upper = before is null ? DateTimeOffset.MaxValue : await db.Set<AuditEntry>().Where(entry => entry.Sequence == before).Select(entry => entry.At).FirstOrDefaultAsync(stop);
        var lower = older is null ? DateTimeOffset.MinValue : rows[^1].Entry.At;
        foreach (var other in asked.Others.Where(line => line.At > lower && line.At <= upper))
        {
            lines.Insert(lines.FindIndex(line => line.At < other.At) is var at and >= 0 ? at : lines.Count, other);
        }

        return new(lines, older);
    }

    private async Task<List<Row>> Rows(HistoryAsked asked, long? before, int most, CancellationToken stop)
    {
        var latest = before ?? long.MaxValue;
        var entries = (asked.OnlyKinds is { } kinds ? OfKinds(asked, kinds) : OfRecords(asked)).Where(entry => entry.Sequence < latest);
        entries = asked.WithReading ? entries : entries.Where(entry => !entry.Act.EndsWith(Reading));
        return await (
            from entry in entries
            join reason in db.Set<AuditReason>() on entry.Sequence equals reason.Sequence into reasons
            from reason in reasons.DefaultIfEmpty()
            orderby entry.Sequence descending
            select new Row(entry, reason == null ? null : reason.Reason)).Take(most).ToListAsync(stop);
    }

    private IQueryable<AuditEntry> OfKinds(HistoryAsked asked, IReadOnlyList<string> kinds)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.PlaceId == asked.PlaceId && kinds.Contains(entry.RecordKind));
        return asked.Records.Count == 0 ? entries : entries.Where(entry => asked.Records.Contains(entry.RecordId));
    }

    private IQueryable<AuditEntry> OfRecords(HistoryAsked asked)
    {
        var (records, hidden) = (asked.Records, asked.Own is null ? words.Hidden : []);
        var entries = db.Set<AuditEntry>().AsNoTracking().Where(entry => !hidden.Contains(entry.RecordKind));
        entries = asked.By is { } by ? entries.Where(entry => records.Contains(entry.RecordId) || entry.ActorId == by) : entries.Where(entry => records.Contains(entry.RecordId));
        return asked.Own is null ? entries.Where(entry => entry.PlaceId == asked.PlaceId || (entry.PlaceId == null && records.Contains(entry.RecordId))) : entries;
    }

    private async Task<List<HistoryLine>> Lines(HistoryAsked asked, List<Row> rows, CancellationToken stop)
    {
        var say = await who.For(rows.Select(row => row.Entry), asked, stop);
        var named = await Names(asked, rows, stop);
        return rows.ConvertAll(row =>
        {
            var known = words.Of(row.Entry.RecordKind);
            var mayKnowWhy = asked.WithNames || known is { IsAboutPeople: false };
            return new HistoryLine(row.Entry.At, Sentence(row.Entry, known, say(row.Entry)), mayKnowWhy ? row.Reason : null, named.GetValueOrDefault(row.Entry.RecordId));
        });
    }

    private async Task<Dictionary<Guid, RecordName>> Names(HistoryAsked asked, List<Row> rows, CancellationToken stop)
    {
        var found = new Dictionary<Guid, RecordName>();
        foreach (var kind in rows.GroupBy(row => row.Entry.RecordKind))
        {
            foreach (var part in names.Where(one => one.Kinds.Contains(kind.Key)))
            {
                foreach (var (id, name) in await part.Of(asked.PlaceId, kind.Key, [.. kind.Select(row => row.Entry.RecordId).Where(id => id != asked.GroupId).Distinct()], stop))
                {
                    found[id] = asked.WithNames ? name : name with { Person = null };
                }
            }
        }

        return found;
    }

    private string Sentence(AuditEntry entry, RecordWords? known, string whoever)
    {
        var fields = entry.Fields.Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (known is null)
        {
            return t["{0} changed something.", whoever];
        }

        return entry.Act[(entry.Act.LastIndexOf(' ') + 1)..] switch
        {
            nameof(DeedKind.Added) => t[known.Added, whoever],
            nameof(DeedKind.Removed) => t[known.Removed, whoever],
            nameof(DeedKind.Read) => t[known.Read, whoever, List(known, fields)],
            _ when fields.FirstOrDefault(known.Instead.ContainsKey) is { } special => t[known.Instead[special], whoever],
            _ => t[known.Changed, whoever, List(known, fields)],
        };
    }

    private string List(RecordWords known, IEnumerable<string> fields)
    {
        var said = fields.Select(field => t[known.Fields.GetValueOrDefault(field, "something")]).Distinct().ToList();
        return said.Count switch { 0 => t["something"], 1 => said[0], _ => t["{0} and {1}", string.Join(", ", said[..^1]), said[^1]] };
    }
}
