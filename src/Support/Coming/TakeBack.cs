using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Support.Log;

namespace Trellis.Support.Coming;

/// <summary>Takes back what a file brought in, and nothing else. What somebody has corrected since is theirs, and stays.</summary>
internal sealed class TakeBack(Db db, Turns turns, Trail trail, TimeProvider clock)
{
    private const int Longest = 300;

    /// <summary>Returns how many entries went.</summary>
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

        var unchanged = db.BroughtBy(arrival).Where(entry => entry.Version == 0);
        await db.Set<EntryGroup>().Where(about => unchanged.Any(entry => entry.Id == about.EntryId)).ExecuteDeleteAsync(stop);
        (arrival.TakenBack, arrival.State, arrival.TakenBackAt) = (await unchanged.ExecuteDeleteAsync(stop), ArrivalState.TakenBack, clock.GetUtcNow());
        trail.Because(reason);
        return arrival.TakenBack;
    }, stop);
}

internal static class BroughtEntries
{
    /// <summary>The entries that a file brought in and that are still there.</summary>
    public static IQueryable<SupportEntry> BroughtBy(this Db db, Arrival arrival) => db.SupportEntries(arrival.PlaceId).Where(entry => entry.ImportId == arrival.Id);
}
