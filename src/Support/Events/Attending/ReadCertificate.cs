using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Support.Events.Attending;

/// <summary>That somebody came, found by its number, which nobody can guess.</summary>
internal sealed class ReadCertificate(Here here, Db db)
{
    /// <param name="Sessions">Those they came to.</param>
    public sealed record Certificate(Booking Booking, Event Event, Place Place, string Topic, IReadOnlyList<EventSession> Sessions)
    {
        public int Minutes => Sessions.Sum(session => session.Minutes);
    }

    /// <summary>Null where there is none, or its person has been erased.</summary>
    public async Task<Certificate?> Handle(string number, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await db.Bookings(place.Id).AsNoTracking().FirstOrDefaultAsync(one => one.Certificate == number, stop) is not { Name.Length: > 0 } booking)
        {
            return null;
        }

        var booked = await db.Events(place.Id).AsNoTracking().FirstAsync(one => one.Id == booking.EventId, stop);
        var topic = await db.Set<Topics.Topic>().Where(one => one.Id == booked.TopicId).Select(one => one.Name).FirstAsync(stop);
        var sessions = await (
            from mark in db.Set<Attendance>()
            join session in db.Set<EventSession>() on mark.SessionId equals session.Id
            where mark.BookingId == booking.Id && mark.Came
            orderby session.StartsAt
            select session).AsNoTracking().ToListAsync(stop);
        return new(booking, booked, place, topic, sessions);
    }
}
