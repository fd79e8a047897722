using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Support.Coming;

/// <summary>Brings a waiting file in, in one transaction: all that can be taken, or nothing. What waits for an answer stays out, and comes with the same file another time.</summary>
internal sealed class BringIn(Db db, Turns turns, LookAhead look, FileKinds kinds, TimeProvider clock)
{
    /// <summary>Returns how many records came in.</summary>
    public Task<Result<int>> Handle(Guid placeId, Guid id, CancellationToken stop) => turns.Do<int>("coming " + placeId, async () =>
    {
        if (await db.Arrivals(placeId).FirstOrDefaultAsync(one => one.Id == id, stop) is not { State: ArrivalState.Waiting } arrival || await look.Handle(arrival, stop) is not { } looked)
        {
            return new Problem("", "This file waits no longer: somebody has brought it in or removed it just now.");
        }

        if (looked.Count(Fate.ComesIn) is var coming && coming == 0)
        {
            return new Problem("", "There is nothing to bring in yet. Say first which groups and topics are meant.");
        }

        var written = await kinds.Of(arrival).Write(arrival, looked, stop);
        (arrival.State, arrival.BroughtAt, arrival.Brought, arrival.StayedOut) = (ArrivalState.BroughtIn, clock.GetUtcNow(), written, looked.Rows.Count - coming);
        await db.Set<WaitingFile>().Where(file => file.ArrivalId == id).ExecuteDeleteAsync(stop);
        return written;
    }, stop);
}
