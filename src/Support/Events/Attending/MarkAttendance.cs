using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Support.Events.Attending;

/// <summary>Marks at the door who came to a session; whoever came gets a certificate, and their group the help.</summary>
internal sealed class MarkAttendance(Db db, OneAtATime turns, CountAsSupport count)
{
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public sealed record Form(Guid PlaceId, Guid EventId, Guid SessionId, Guid BookingId, bool Came, Guid Worker);

    /// <summary>Null where there is no such event, session or booking.</summary>
    public async Task<Result<Guid>?> Handle(Form form, CancellationToken stop)
    {
        if (!await db.Set<EventSession>().AnyAsync(one => one.Id == form.SessionId && one.EventId == form.EventId, stop)
            || !await db.Bookings(form.PlaceId).AnyAsync(one => one.Id == form.BookingId && one.EventId == form.EventId, stop))
        {
            return null;
        }

        return await turns.Do<Guid>(form.PlaceId, form.EventId, desk => Mark(desk, form, stop), stop);
    }

    /// <summary>Marks all who have a place and are not marked yet as not having come.</summary>
    public async Task<Result<int>?> RestStayedAway(Guid placeId, Guid eventId, Guid sessionId, Guid worker, CancellationToken stop) => await turns.Do<int>(placeId, eventId, async desk =>
    {
        if (desk.Sessions.FirstOrDefault(one => one.Id == sessionId) is not { } session || TooEarly(desk, session) is not null)
        {
            return new Problem("", "Who came can be marked from two hours before it begins.");
        }

        var rest = await db.Set<Booking>().Where(one => one.EventId == eventId && one.State == BookingState.Booked && !db.Set<Attendance>().Any(mark => mark.BookingId == one.Id && mark.SessionId == sessionId)).ToListAsync(stop);
        db.AddRange(rest.Select(booking => New(desk, booking.Id, sessionId, false, worker)));
        return rest.Count;
    }, stop);

    private async Task<Result<Guid>> Mark(OneAtATime.Desk desk, Form form, CancellationToken stop)
    {
        var session = desk.Sessions.First(one => one.Id == form.SessionId);
        var booking = await db.Set<Booking>().FirstAsync(one => one.Id == form.BookingId, stop);
        if (desk.Event.CancelledAt is not null)
        {
            return new Problem("", "The event was cancelled, so nobody came.");
        }

        if (TooEarly(desk, session) is { } why)
        {
            return why;
        }

        if (booking.State != BookingState.Booked)
        {
            return new Problem("", $"{booking.Name} has no place any more. Book them in again first.");
        }

        if (await db.Set<Attendance>().FirstOrDefaultAsync(one => one.BookingId == booking.Id && one.SessionId == session.Id, stop) is { } mark)
        {
            (mark.Came, mark.MarkedAt, mark.MarkedBy) = (form.Came, desk.Now, form.Worker);
        }
        else
        {
            db.Add(New(desk, booking.Id, session.Id, form.Came, form.Worker));
        }

        await db.SaveChangesAsync(stop);
        var came = await db.Set<Attendance>().AnyAsync(one => one.BookingId == booking.Id && one.Came, stop);
        booking.Certificate = came ? booking.Certificate ?? RandomNumberGenerator.GetString(Letters, 16) : null;
        await count.Handle(desk, session, form.Worker, stop);
        return booking.Id;
    }

    private static Problem? TooEarly(OneAtATime.Desk desk, EventSession session) =>
        session.StartsAt.AddHours(-2) > desk.Now ? new Problem("", "Who came can be marked from two hours before it begins.") : null;

    private static Attendance New(OneAtATime.Desk desk, Guid booking, Guid session, bool came, Guid worker) => new()
    {
        Id = Guid.CreateVersion7(desk.Now),
        BookingId = booking,
        SessionId = session,
        PlaceId = desk.Event.PlaceId,
        Came = came,
        MarkedAt = desk.Now,
        MarkedBy = worker,
    };
}
