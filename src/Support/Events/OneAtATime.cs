using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Support.Events;

/// <summary>What changes the places of an event: one after the other in the order they came, on every node and both databases, each whole or not at all.</summary>
internal sealed class OneAtATime(Db db, WriteGate gate, TimeProvider clock)
{
    /// <summary>The event as it stands while nobody else can change who comes to it. What is changed of it is saved at the end.</summary>
    public sealed record Desk(Db Db, Event Event, Seats Seats, IReadOnlyList<EventSession> Sessions, DateTimeOffset Now);

    /// <summary>Null where the place has no such event.</summary>
    public async Task<Result<T>?> Do<T>(Guid placeId, Guid eventId, Func<Desk, Task<Result<T>>> work, CancellationToken stop)
    {
        using var turn = db.Database.IsSqlite() ? await gate.Enter(stop) : null;
        db.ChangeTracker.Clear(); // what was read before our turn may be out of date
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.Database.GetDbConnection().Execute("UPDATE support_event_seats SET last_number = last_number WHERE event_id = @event", stop, ("event", eventId));
        if (await db.Events(placeId).FirstOrDefaultAsync(one => one.Id == eventId, stop) is not { } of)
        {
            return null;
        }

        var seats = await db.Set<Seats>().FirstAsync(one => one.EventId == eventId, stop);
        var sessions = await db.Set<EventSession>().Where(one => one.EventId == eventId).OrderBy(one => one.StartsAt).ToListAsync(stop);
        var done = await work(new(db, of, seats, sessions, clock.GetUtcNow()));
        if (!done.Succeeded)
        {
            db.ChangeTracker.Clear(); // a later save in the same request must not bring back what was refused
            return done;
        }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return done;
    }
}
