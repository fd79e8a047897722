using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Support.Log;

namespace Trellis.Support.Coming;

/// <summary>Brings a waiting file in, in one transaction: all that can be taken, or nothing. What waits for an answer stays out, and comes with the same file another time.</summary>
internal sealed class BringIn(Db db, Turns turns, LookAhead look, TimeProvider clock)
{
    private static readonly string[] EntryColumns =
        ["id", "place_id", "on_day", "minutes", "began", "way", "topic_id", "worker_id", "worker_name", "done", "next_step", "next_on", "is_shared", "written_at", "import_id", "brought_key", "version"];

    /// <summary>Returns how many entries came in.</summary>
    public Task<Result<int>> Handle(Guid placeId, Guid id, CancellationToken stop) => turns.Do<int>("coming " + placeId, async () =>
    {
        if (await db.Arrivals(placeId).FirstOrDefaultAsync(one => one.Id == id, stop) is not { State: ArrivalState.Waiting } arrival || await look.Handle(arrival, stop) is not { } looked)
        {
            return new Problem("", "This file waits no longer: somebody has brought it in or removed it just now.");
        }

        var rows = looked.Coming.ToList();
        if (rows.Count == 0)
        {
            return new Problem("", "There is nothing to bring in yet. Say first which groups and topics are meant.");
        }

        await Write(arrival, rows, stop);
        (arrival.State, arrival.BroughtAt, arrival.Brought, arrival.StayedOut) = (ArrivalState.BroughtIn, clock.GetUtcNow(), rows.Count, looked.Rows.Count - rows.Count);
        await db.Set<WaitingFile>().Where(file => file.ArrivalId == id).ExecuteDeleteAsync(stop);
        return rows.Count;
    }, stop);

    private async Task Write(Arrival arrival, List<HistoryRow> rows, CancellationToken stop)
    {
        var connection = db.Database.GetDbConnection();
        var named = rows.ConvertAll(row => (Id: Guid.CreateVersion7(clock.GetUtcNow()), Row: row));
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
    }
}
