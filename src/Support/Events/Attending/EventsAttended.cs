using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Support.Events.Attending;

/// <summary>The events to which people of a group came or for which they have booked, the latest first: for the group's screen, and for actions of its plan on the same topic.</summary>
internal sealed class EventsAttended(Db db)
{
    /// <param name="On">The day of its first session.</param>
    /// <param name="People">How many of the group came.</param>
    /// <param name="Booked">How many have a place or wait for one, whether it is over or not.</param>
    public sealed record Line(Guid EventId, string Slug, string Title, Guid TopicId, DateOnly On, int People, int Booked);

    /// <summary>Only those that somebody came to.</summary>
    public async Task<IReadOnlyList<Line>> Handle(Guid groupId, CancellationToken stop) => [.. (await All(groupId, stop)).Where(line => line.People > 0)];

    public async Task<IReadOnlyList<Line>> All(Guid groupId, CancellationToken stop)
    {
        var rows = await (
            from booking in db.Set<Booking>().AsNoTracking()
            join one in db.Set<Event>() on booking.EventId equals one.Id
            where booking.OrganisationId == groupId && booking.LeftAt == null && one.CancelledAt == null
            select new
            {
                one.Id,
                one.Slug,
                one.Title,
                one.TopicId,
                Starts = db.Set<EventSession>().Where(session => session.EventId == one.Id).Min(session => session.StartsAt),
                Came = db.Set<Attendance>().Any(mark => mark.BookingId == booking.Id && mark.Came),
            }).ToListAsync(stop);
        return [.. from row in rows
                   group row by (row.Id, row.Slug, row.Title, row.TopicId, row.Starts) into of
                   orderby of.Key.Starts descending
                   select new Line(of.Key.Id, of.Key.Slug, of.Key.Title, of.Key.TopicId, LocalTime.Day(of.Key.Starts), of.Count(row => row.Came), of.Count())];
    }
}
