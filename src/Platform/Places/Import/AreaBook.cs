using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Standards.Tables;

namespace Trellis.Platform.Places.Import;

/// <summary>The place's areas while a file of them comes in: what is there, what is new, what differs.</summary>
internal sealed class AreaBook
{
    private readonly ImportRun run;
    private readonly Dictionary<(string Kind, string Code), Entry> known;
    private readonly HashSet<(string Kind, string Slug)> slugs;
    private readonly Dictionary<(string Kind, string Code), long> seen = [];
    private readonly List<(string Kind, string Code, Entry Entry)> added = [];
    private readonly List<(string Kind, string Code, Entry Entry)> changed = [];

    private AreaBook(ImportRun run, Dictionary<(string Kind, string Code), Entry> known)
    {
        this.run = run;
        this.known = known;
        slugs = [.. known.Select(pair => (pair.Key.Kind, pair.Value.Slug))];
    }

    public static async Task<AreaBook> Open(ImportRun run, CancellationToken stop)
    {
        var rows = await run.Connection.Query(
            "SELECT kind, code, name, slug, boundary, source_id FROM platform_area WHERE place_id = @place",
            row => (Key: (row.GetString(0), row.GetString(1)),
                Entry: new Entry(row.GetString(2), row.GetString(3), row.Text(4), row.IsDBNull(5) ? null : row.GetGuid(5), default)),
            stop, ("place", run.Place.Id));
        return new(run, rows.ToDictionary(row => row.Key, row => row.Entry));
    }

    public void Put(Row row, AreaKind kind, string code, string name, string boundary, Point middle)
    {
        var key = (kind.ToString(), code);
        if (!seen.TryAdd(key, row.Number))
        {
            run.Refuse(row, null, code, $"The area {code} stands in row {seen[key]} already.");
            return;
        }

        var old = known.GetValueOrDefault(key);
        var entry = new Entry(name, old is { } kept && kept.Name == name ? kept.Slug : FreeSlug(key.Item1, name, old?.Slug), boundary, run.Source.Id, middle);
        var outcome = old is null ? Outcome.New : old.Name == name && old.Boundary == boundary ? Outcome.Unchanged : Outcome.Updated;
        run.Report.Count(outcome);
        if (outcome != Outcome.Unchanged)
        {
            (outcome == Outcome.New ? added : changed).Add((key.Item1, code, entry));
        }
    }

    public async Task Save(CancellationToken stop)
    {
        CountGone();
        foreach (var (kind, code, entry) in changed)
        {
            await run.Connection.Execute(
                """
                UPDATE platform_area SET name = @name, slug = @slug, boundary = @boundary, latitude_micro = @latitude, longitude_micro = @longitude, source_id = @source
                WHERE place_id = @place AND kind = @kind AND code = @code
                """,
                stop, ("name", entry.Name), ("slug", entry.Slug), ("boundary", entry.Boundary), ("latitude", entry.Middle.LatitudeMicro),
                ("longitude", entry.Middle.LongitudeMicro), ("source", entry.SourceId), ("place", run.Place.Id), ("kind", kind), ("code", code));
        }

        await Insert(stop);
        if (added.Count + changed.Count > 0)
        {
            await AreaParents.Settle(run.Connection, run.Place.Id, stop);
            await Stamps.Raise(run.Connection, "places", stop);
        }
    }

    private async Task Insert(CancellationToken stop)
    {
        await using var bulk = await Bulk.Into(
            run.Connection, "platform_area",
            ["id", "place_id", "kind", "code", "name", "slug", "boundary", "latitude_micro", "longitude_micro", "source_id"], stop);
        foreach (var (kind, code, entry) in added)
        {
            bulk.Add(
                Guid.CreateVersion7(run.Now), run.Place.Id, kind, code, entry.Name, entry.Slug, entry.Boundary,
                entry.Middle.LatitudeMicro, entry.Middle.LongitudeMicro, entry.SourceId);
        }

        await bulk.Complete(stop);
    }

    private void CountGone()
    {
        var gone = known.Where(pair => pair.Value.SourceId == run.Source.Id && !seen.ContainsKey(pair.Key)).ToList();
        run.Report.Gone += gone.Count;
        foreach (var ((_, code), entry) in gone)
        {
            run.NoteFile($"{entry.Name} ({code}) was in an earlier file and is not in this one.", "Kept as it was", Severity.Warning, code);
        }
    }

    private string FreeSlug(string kind, string name, string? own)
    {
        if (own is not null)
        {
            slugs.Remove((kind, own));
        }

        var slug = Slug.From(name);
        for (var number = 2; !slugs.Add((kind, slug)); number++)
        {
            slug = $"{Slug.From(name)}-{number}";
        }

        return slug;
    }

    private sealed record Entry(string Name, string Slug, string? Boundary, Guid? SourceId, Point Middle);
}
