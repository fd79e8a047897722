using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>Removes a file that waits: nothing of it counts, and nothing of it stays.</summary>
internal sealed class RemoveFile(Db db, Turns turns)
{
    public Task<Result<Guid>> Handle(Guid placeId, Guid id, CancellationToken stop) => turns.Do<Guid>("imports " + placeId, async () =>
    {
        if (await db.WaitingIn(placeId).FirstOrDefaultAsync(one => one.Id == id, stop) is not { } waiting)
        {
            return new Problem("", SayOfFile.Gone);
        }

        await db.Set<WaitingContent>().Where(content => content.ImportId == id).ExecuteDeleteAsync(stop);
        db.Remove(waiting);
        return id;
    }, stop);
}
