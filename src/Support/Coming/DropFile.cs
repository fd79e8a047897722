using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Support.Coming;

/// <summary>Removes a file that waits: nothing of it counts, and nothing of it stays.</summary>
internal sealed class DropFile(Db db, Turns turns)
{
    public Task<Result<Guid>> Handle(Guid placeId, Guid id, CancellationToken stop) => turns.Do<Guid>("coming " + placeId, async () =>
    {
        if (await db.Arrivals(placeId).FirstOrDefaultAsync(one => one.Id == id, stop) is not { State: ArrivalState.Waiting } arrival)
        {
            return new Problem("", "This file waits no longer: somebody has brought it in or removed it just now.");
        }

        await db.Set<WaitingFile>().Where(file => file.ArrivalId == id).ExecuteDeleteAsync(stop);
        db.Remove(arrival);
        return id;
    }, stop);
}
