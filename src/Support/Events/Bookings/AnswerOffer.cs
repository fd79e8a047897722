using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Support.Events.Letters;

namespace Trellis.Support.Events.Bookings;

/// <summary>By the link in a mail: says yes to a place that is held, or gives back what one has. The place goes to the next who waits at once.</summary>
internal sealed class AnswerOffer(Db db, OneAtATime turns, OneTimeLinks links, EventLetters letters, MoveUp moveUp)
{
    private static readonly Problem Over = new("", "This link has been used, or is too old. The latest mail about this booking has one that works.");

    /// <summary>The booking that a link is for, for looking; null where the link works no longer.</summary>
    public async Task<Booking?> Look(Guid placeId, string? key, CancellationToken stop) =>
        await links.Find(key, LinkPurpose.ChangeBooking, stop) is { SubjectId: { } id } link && link.PlaceId == placeId
            ? await db.Bookings(placeId).AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop)
            : null;

    public Task<Result<Booking>> Accept(Guid placeId, string? key, CancellationToken stop) => Do(placeId, key, Accept, stop);

    public Task<Result<Booking>> Leave(Guid placeId, string? key, CancellationToken stop) => Do(placeId, key, (desk, booking) => Leave(desk, booking, stop), stop);

    /// <summary>A worker takes somebody off. Null where there is no such booking.</summary>
    public async Task<Result<Booking>?> LeaveByStaff(Guid placeId, Guid bookingId, CancellationToken stop)
    {
        if (await db.Bookings(placeId).AsNoTracking().FirstOrDefaultAsync(one => one.Id == bookingId, stop) is not { } known)
        {
            return null;
        }

        return await turns.Do<Booking>(placeId, known.EventId, async desk =>
        {
            var booking = await db.Set<Booking>().FirstAsync(one => one.Id == bookingId, stop);
            return await Leave(desk, booking, stop) is { } why ? why : booking;
        }, stop);
    }

    private async Task<Result<Booking>> Do(Guid placeId, string? key, Func<OneAtATime.Desk, Booking, Task<Problem?>> what, CancellationToken stop)
    {
        if (await Look(placeId, key, stop) is not { } known)
        {
            return Over;
        }

        return await turns.Do<Booking>(placeId, known.EventId, async desk =>
        {
            if (await links.Find(key, LinkPurpose.ChangeBooking, stop) is not { } link)
            {
                return Over; // of two presses at once, the first
            }

            links.Use(link);
            var booking = await db.Set<Booking>().FirstAsync(one => one.Id == known.Id, stop);
            return await what(desk, booking) is { } why ? why : booking;
        }, stop) ?? Over;
    }

    private async Task<Problem?> Accept(OneAtATime.Desk desk, Booking booking)
    {
        if (desk.Event.CancelledAt is not null)
        {
            return new Problem("", "This event was cancelled.");
        }

        if (booking.State != BookingState.Offered || booking.OfferedUntil <= desk.Now)
        {
            return new Problem("", "The time to say yes is over, and the place goes to the next who waits. You can book again.");
        }

        (booking.State, booking.OfferedUntil) = (BookingState.Booked, null);
        await letters.Queue(desk, booking, BookingTexts.HasPlace, default);
        return null;
    }

    private async Task<Problem?> Leave(OneAtATime.Desk desk, Booking booking, CancellationToken stop)
    {
        if (booking.LeftAt is not null)
        {
            return new Problem("", "This booking is over already.");
        }

        if (desk.Sessions.Count > 0 && desk.Sessions[0].StartsAt <= desk.Now)
        {
            return new Problem("", "The event has begun. Tell those who run it if you cannot come.");
        }

        booking.Leave(desk.Seats, BookingState.Cancelled, desk.Now);
        await letters.Queue(desk, booking, BookingTexts.Left, stop);
        await moveUp.Handle(desk, stop);
        return null;
    }
}
