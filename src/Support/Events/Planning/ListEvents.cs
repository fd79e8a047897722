using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Support.Events.Planning;

/// <summary>The events of a place, what is coming by its first session and what was the latest first.</summary>
internal sealed class ListEvents(Db db, TimeProvider clock)
{
    private const int Most = 200;

    public sealed record Line(Event Event, Seats Seats, IReadOnlyList<EventSession> Sessions);

    public async Task<IReadOnlyList<Line>> Handle(Guid placeId, bool past, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var chosen =
            from one in db.Events(placeId).AsNoTracking()
            let ends = db.Set<EventSession>().Where(session => session.EventId == one.Id).Max(session => session.EndsAt)
            let starts = db.Set<EventSession>().Where(session => session.EventId == one.Id).Min(session => session.StartsAt)
            where past ? ends < now : ends >= now
            select new { one, starts };
        var events = await (past ? chosen.OrderByDescending(line => line.starts) : chosen.OrderBy(line => line.starts)).Take(Most).Select(line => line.one).ToListAsync(stop);
        return await With(events, stop);
    }

    /// <summary>With their sessions and places, in the same order.</summary>
    public async Task<IReadOnlyList<Line>> With(IReadOnlyList<Event> events, CancellationToken stop)
    {
        var ids = events.Select(one => one.Id).ToList();
        var sessions = (await db.Set<EventSession>().AsNoTracking().Where(one => ids.Contains(one.EventId)).OrderBy(one => one.StartsAt).ToListAsync(stop)).ToLookup(one => one.EventId);
        var seats = await db.Set<Seats>().AsNoTracking().Where(one => ids.Contains(one.EventId)).ToDictionaryAsync(one => one.EventId, stop);
        return [.. events.Select(one => new Line(one, seats[one.Id], [.. sessions[one.Id]]))];
    }
}
