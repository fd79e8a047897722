using Microsoft.EntityFrameworkCore;

namespace Trellis.Platform.Data;

/// <summary>One after the other, on whichever node: for work that looks whether something is there and otherwise makes it, or whose rows others write in another order.</summary>
public sealed class Turns(Db db, WriteGate gate)
{
    /// <summary>Does the work in one transaction and keeps it, unless it comes back with problems.</summary>
    /// <param name="what">Those who say the same wait for each other.</param>
    public async Task<Result<T>> Do<T>(string what, Func<Task<Result<T>>> work, CancellationToken stop)
    {
        using var turn = db.Database.IsSqlite() ? await gate.Enter(stop) : null;
        db.ChangeTracker.Clear(); // what was read before the turn may have changed meanwhile
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (!db.Database.IsSqlite())
        {
            await db.Database.GetDbConnection().Execute("SELECT pg_advisory_xact_lock(7310730, hashtext(@what))", stop, ("what", what));
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
