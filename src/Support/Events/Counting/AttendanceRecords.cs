using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;

namespace Trellis.Support.Events.Counting;

/// <summary>Who came to events, for reports; nobody by name.</summary>
internal sealed class AttendanceRecords(Db db, HeldEvents held) : IRecords
{
    public string Kind => "attendances";

    public string Title => "People at training and events";

    public string Definition => "One for each person with a place at an event of whom it was marked whether they came, on the day of its first session; whoever came to any of its sessions came. Somebody at two events counts twice, somebody on the waiting list does not count.";

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string> { ["came"] = "Whether they came", ["kind"] = "Sort of event", ["topic"] = "Topic" };

    public IReadOnlyDictionary<string, string> Numbers { get; } = new Dictionary<string, string> { ["usefulness"] = "How useful, 1 to 5", ["minutes"] = "Minutes of the sessions they came to" };

    public async Task<IReadOnlyList<CountedRecord>> Read(Place place, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var (events, since) = (await held.Read(place.Id, first, last, stop), LocalTime.Start(first));
        var marks = await (
            from mark in db.Set<Attendance>().AsNoTracking()
            join session in db.Set<EventSession>() on mark.SessionId equals session.Id
            join booking in db.Set<Booking>() on mark.BookingId equals booking.Id
            where mark.PlaceId == place.Id && session.StartsAt >= since
            select new Mark(mark.BookingId, session.EventId, mark.Came, session.StartsAt, session.EndsAt, booking.OrganisationId, booking.Usefulness)).ToListAsync(stop);
        return [.. marks.Where(mark => events.ContainsKey(mark.Event)).GroupBy(mark => mark.Booking).Select(of => Record(events[of.First().Event], [.. of])).OrderBy(record => record.On).ThenBy(record => record.Id)];
    }

    private static CountedRecord Record(HeldEvents.Held of, IReadOnlyList<Mark> marks)
    {
        var (came, numbers) = (marks.Any(mark => mark.Came), new Dictionary<string, long>());
        if (came)
        {
            numbers["minutes"] = marks.Where(mark => mark.Came).Sum(mark => (long)(mark.Ends - mark.Starts).TotalMinutes);
        }

        if (marks[0].Usefulness is { } useful)
        {
            numbers["usefulness"] = useful;
        }

        return new(marks[0].Booking, of.On, (came ? "Somebody came to " : "Somebody did not come to ") + of.Title)
        {
            Url = "/work/events/" + of.Id,
            Groups = marks[0].Group is { } group ? [group] : [],
            Words = new Dictionary<string, string> { ["came"] = came ? "Yes" : "No", ["kind"] = EventWords.Of(of.Kind), ["topic"] = of.Topic },
            Numbers = numbers,
        };
    }

    private sealed record Mark(Guid Booking, Guid Event, bool Came, DateTimeOffset Starts, DateTimeOffset Ends, Guid? Group, int? Usefulness);
}
