using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;

namespace Trellis.Support.Coming;

/// <summary>Takes back what a file brought in, and nothing else. What somebody has corrected since is theirs, and stays.</summary>
internal sealed class TakeBack(Db db, Turns turns, FileKinds kinds, Trail trail, TimeProvider clock)
{
    private const int Longest = 300;

    /// <summary>Returns how many records went.</summary>
    public Task<Result<int>> Handle(Guid placeId, Guid id, string? why, CancellationToken stop) => turns.Do<int>("coming " + placeId, async () =>
    {
        if (FreeText.Tidy(why) is not { Length: <= Longest } reason)
        {
            return new Problem("Why", $"Say why it is taken back, in at most {Longest} letters.");
        }

        if (await db.Arrivals(placeId).FirstOrDefaultAsync(one => one.Id == id, stop) is not { State: ArrivalState.BroughtIn } arrival)
        {
            return new Problem("", "This file is not brought in any longer: somebody has taken it back just now.");
        }

        (arrival.TakenBack, arrival.State, arrival.TakenBackAt) = (await kinds.Of(arrival).TakeBack(arrival, stop), ArrivalState.TakenBack, clock.GetUtcNow());
        trail.Because(reason);
        return arrival.TakenBack;
    }, stop);
}
