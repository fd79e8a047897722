using Microsoft.EntityFrameworkCore;
using Trellis.Support.Events.Letters;

namespace Trellis.Support.Events.Bookings;

/// <summary>Offers each free place to the first who waits, for 24 hours or until the event begins.</summary>
internal sealed class MoveUp(EventLetters letters)
{
    public static readonly TimeSpan ToSayYes = TimeSpan.FromHours(24);

    /// <summary>How many were offered a place.</summary>
    public async Task<int> Handle(OneAtATime.Desk desk, CancellationToken stop)
    {
        var offered = 0;
        if (desk.Event.CancelledAt is not null || desk.Sessions.Count == 0 || desk.Sessions[0].StartsAt <= desk.Now)
        {
            return offered;
        }

        var until = desk.Now + ToSayYes < desk.Sessions[0].StartsAt ? desk.Now + ToSayYes : desk.Sessions[0].StartsAt;
        while (desk.Seats.Waiting > 0 && desk.Seats.Free > 0)
        {
            var gone = desk.Db.ChangeTracker.Entries<Booking>().Where(entry => entry.Entity.State != BookingState.Waiting).Select(entry => entry.Entity.Id).ToList();
            var next = await desk.Db.Set<Booking>().Where(one => one.EventId == desk.Event.Id && one.State == BookingState.Waiting && !gone.Contains(one.Id)).OrderBy(one => one.Number).FirstAsync(stop);
            desk.Seats.Hold();
            (next.State, next.OfferedUntil) = (BookingState.Offered, until);
            await letters.Queue(desk, next, BookingTexts.IsOffered, stop);
            offered++;
        }

        return offered;
    }
}
