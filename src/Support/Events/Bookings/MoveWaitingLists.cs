using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;
using Trellis.Platform.Jobs;
using Trellis.Support.Events.Letters;

namespace Trellis.Support.Events.Bookings;

/// <summary>Lets waiting lists move up by themselves: who did not say yes in time leaves, and the next is asked.</summary>
internal sealed class MoveWaitingLists(Db db, OneAtATime turns, EventLetters letters, MoveUp moveUp, TimeProvider clock)
{
    public static readonly Job Job = new("waiting-lists", "Offer free places of events to those who wait", Rhythm.Every(TimeSpan.FromMinutes(5)), (scope, stop) => scope.GetRequiredService<MoveWaitingLists>().Handle(stop));

    public async Task<string> Handle(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var overdue = await db.Set<Booking>().Where(one => one.State == BookingState.Offered && one.OfferedUntil <= now).Select(one => one.EventId).Distinct().ToListAsync(stop);
        var free = await db.Set<Seats>().Where(one => one.Waiting > 0 && one.Taken < one.Places).Select(one => one.EventId).ToListAsync(stop);
        var ids = overdue.Union(free).ToList();
        var offered = 0;
        foreach (var one in await db.Set<Event>().AsNoTracking().Where(one => ids.Contains(one.Id)).Select(one => new { one.PlaceId, one.Id }).ToListAsync(stop))
        {
            var done = await turns.Do<int>(one.PlaceId, one.Id, async desk => await MoveOn(desk, stop), stop);
            offered += done?.Value ?? 0;
        }

        return offered == 1 ? "1 place was offered." : $"{offered:N0} places were offered.";
    }

    private async Task<int> MoveOn(OneAtATime.Desk desk, CancellationToken stop)
    {
        foreach (var late in await db.Set<Booking>().Where(one => one.EventId == desk.Event.Id && one.State == BookingState.Offered && one.OfferedUntil <= desk.Now).ToListAsync(stop))
        {
            late.Leave(desk.Seats, BookingState.Lapsed, desk.Now);
            await letters.Queue(desk, late, BookingTexts.Lapsed, stop);
        }

        return await moveUp.Handle(desk, stop);
    }
}
