using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;
using Trellis.Platform.Jobs;

namespace Trellis.Support.Events.Letters;

/// <summary>Reminds those who have a place two days before each session, and asks those who came, once it is over, how useful it was.</summary>
internal sealed class SendEventLetters(Db db, OneAtATime turns, EventLetters letters, TimeProvider clock)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(2);
    private static readonly TimeSpan Afterwards = TimeSpan.FromDays(30);

    public static readonly Job Job = new("event-letters", "Remind people of events, and ask afterwards how useful they were", Rhythm.Every(TimeSpan.FromHours(1)), (scope, stop) => scope.GetRequiredService<SendEventLetters>().Handle(stop));

    public async Task<string> Handle(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (since, until) = (now - Afterwards, now + Ahead);
        var near = await (
            from one in db.Set<Event>().AsNoTracking()
            where one.CancelledAt == null && db.Set<EventSession>().Any(session => session.EventId == one.Id && session.StartsAt <= until && session.EndsAt >= since)
            select new { one.PlaceId, one.Id }).ToListAsync(stop);
        var (reminded, asked) = (0, 0);
        foreach (var one in near)
        {
            reminded += (await turns.Do<int>(one.PlaceId, one.Id, async desk => await Remind(desk, stop), stop))?.Value ?? 0;
            asked += (await turns.Do<int>(one.PlaceId, one.Id, async desk => await Ask(desk, stop), stop))?.Value ?? 0;
        }

        return $"{reminded:N0} people were reminded, {asked:N0} were asked.";
    }

    /// <summary>Each once for each session; not those who booked in its last two days and have only just read when it is.</summary>
    private async Task<int> Remind(OneAtATime.Desk desk, CancellationToken stop)
    {
        if (desk.Sessions.FirstOrDefault(one => one.StartsAt > desk.Now && one.StartsAt <= desk.Now + Ahead) is not { } next)
        {
            return 0;
        }

        var since = next.StartsAt - Ahead;
        var due = await db.Set<Booking>().Where(one => one.EventId == desk.Event.Id && one.State == BookingState.Booked && one.BookedAt < since && (one.RemindedAt == null || one.RemindedAt < since)).OrderBy(one => one.Number).ToListAsync(stop);
        foreach (var booking in due)
        {
            booking.RemindedAt = desk.Now;
            await letters.Queue(desk, booking, EventTexts.Reminder, stop);
        }

        return due.Count;
    }

    private async Task<int> Ask(OneAtATime.Desk desk, CancellationToken stop)
    {
        if (desk.Sessions.Count == 0 || desk.Sessions.Max(one => one.EndsAt) > desk.Now)
        {
            return 0;
        }

        var due = await db.Set<Booking>().Where(one => one.EventId == desk.Event.Id && one.Certificate != null && one.AskedAt == null).OrderBy(one => one.Number).ToListAsync(stop);
        foreach (var booking in due)
        {
            booking.AskedAt = desk.Now;
            await letters.Queue(desk, booking, EventTexts.HowUseful, stop);
        }

        return due.Count;
    }
}
