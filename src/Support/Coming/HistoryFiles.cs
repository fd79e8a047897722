using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Support.Log;
using Trellis.Support.Plans;

namespace Trellis.Support.Coming;

/// <summary>Files of support history: each row becomes an entry of the support log.</summary>
internal sealed class HistoryFiles(Db db, KnowGroups groups, KnowWords words, KnowTwice twice, TimeProvider clock) : IFileKind
{
    private static readonly string[] EntryColumns =
        ["id", "place_id", "on_day", "minutes", "began", "way", "topic_id", "worker_id", "worker_name", "done", "next_step", "next_on", "is_shared", "written_at", "import_id", "brought_key", "version"];

    public ArrivalKind Kind => ArrivalKind.History;

    public async Task<Looked> Look(Arrival arrival, FileTable table, Choices said, CancellationToken stop)
    {
        var (known, read) = (await words.Handle(arrival.PlaceId, stop), new ReadHistory(table, said, clock.GetUtcNow()));
        var rows = table.Rows.Select(read.Handle).ToList();
        var good = rows.FindAll(row => row.Fault is null);
        var asked = await groups.Handle(arrival.PlaceId, said, good, stop);
        foreach (var row in good)
        {
            Decide(row, said, known);
        }

        await twice.Handle(arrival.PlaceId, rows, stop);
        return new LookedHistory(arrival, table, said, known)
        {
            Rows = rows,
            Groups = asked,
            Topics = WordOfFile.Of(good.Select(row => row.TopicWord), word => known.Topic(said, word)),
            Ways = WordOfFile.Of(good.Select(row => row.WayWord), word => known.Way(said, word)),
            Workers = WordOfFile.Of(good.Select(row => row.WorkerWord).Where(word => word.Length > 0), word => known.Worker(said, word)),
        };
    }

    public async Task<int> Write(Arrival arrival, Looked looked, CancellationToken stop)
    {
        var connection = db.Database.GetDbConnection();
        var named = ((LookedHistory)looked).Coming.Select(row => (Id: Guid.CreateVersion7(clock.GetUtcNow()), Row: row)).ToList();
        await using (var entries = await Bulk.Into(connection, "support_entry", EntryColumns, stop))
        {
            foreach (var (id, row) in named)
            {
                entries.Add(
                    id, arrival.PlaceId, row.OnDay, row.Minutes, row.Began, row.Way.ToString(), row.Topic, row.Person, row.Person is null ? row.Worker ?? row.WorkerEmail : null,
                    row.Done, row.Next, row.NextOn, row.IsShared, ReadHistory.WrittenAt(row.OnDay).AddMilliseconds(row.Row.Number).UtcDateTime, arrival.Id, row.Key, 0);
            }

            await entries.Complete(stop);
        }

        await using var about = await Bulk.Into(connection, "support_entry_group", ["entry_id", "organisation_id"], stop);
        foreach (var (id, row) in named)
        {
            foreach (var group in row.Groups)
            {
                about.Add(id, group.Id);
            }
        }

        await about.Complete(stop);
        return named.Count;
    }

    public async Task<int> TakeBack(Arrival arrival, CancellationToken stop)
    {
        var unchanged = BroughtBy(arrival).Where(entry => entry.Version == 0);
        await db.Set<EntryGroup>().Where(about => unchanged.Any(entry => entry.Id == about.EntryId)).ExecuteDeleteAsync(stop);
        return await unchanged.ExecuteDeleteAsync(stop);
    }

    public Task<int> StillThere(Arrival arrival, CancellationToken stop) => BroughtBy(arrival).CountAsync(stop);

    public async Task<IReadOnlyList<ChangedSince>> Changed(Arrival arrival, int most, CancellationToken stop) =>
    [
        .. (await BroughtBy(arrival).AsNoTracking().Where(entry => entry.Version > 0).OrderBy(entry => entry.OnDay).Take(most).ToListAsync(stop))
            .Select(entry => new ChangedSince("/work/log/" + entry.Id, PlanWords.Day(entry.OnDay), entry.Done.Length > 100 ? entry.Done[..100] + "…" : entry.Done)),
    ];

    private IQueryable<SupportEntry> BroughtBy(Arrival arrival) => db.SupportEntries(arrival.PlaceId).Where(entry => entry.ImportId == arrival.Id);

    private static void Decide(HistoryRow row, Choices said, KnowWords.Known known)
    {
        var (topic, way) = (known.Topic(said, row.TopicWord), known.Way(said, row.WayWord));
        row.Fate = topic == Choices.LeaveOut || way == Choices.LeaveOut ? Fate.LeftOut
            : row.Fate == Fate.ComesIn && (topic is null || way is null) ? Fate.Waits
            : row.Fate;
        if (row.Fate == Fate.ComesIn)
        {
            (row.Topic, row.Way) = (Guid.Parse(topic!), Enum.Parse<Log.Way>(way!));
            row.Person = Guid.TryParse(known.Worker(said, row.WorkerWord), out var person) ? person : null;
        }
    }
}
