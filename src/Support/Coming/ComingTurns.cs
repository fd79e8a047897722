using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Support.Coming;

/// <summary>One file of a place after the other, so that two that say the same, brought in at once, bring it once.</summary>
internal sealed class ComingTurns(Db db, WriteGate gate)
{
    /// <summary>Does the work in one transaction and keeps it, unless it comes back with problems.</summary>
    public async Task<Result<T>> Do<T>(Guid placeId, Func<Task<Result<T>>> work, CancellationToken stop)
    {
        using var turn = db.Database.IsSqlite() ? await gate.Enter(stop) : null;
        db.ChangeTracker.Clear(); // what was read before the turn may have changed meanwhile
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (!db.Database.IsSqlite())
        {
            await db.Database.GetDbConnection().Execute("SELECT pg_advisory_xact_lock(7310730, hashtext(@place))", stop, ("place", placeId.ToString()));
        }

        var done = await work();
        if (!done.Succeeded)
        {
            db.ChangeTracker.Clear();
            return done;
        }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return done;
    }
}
