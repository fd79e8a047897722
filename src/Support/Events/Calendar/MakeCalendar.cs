using Trellis.Platform.Places;
using Trellis.Standards.Calendars;
using Trellis.Support.Events.Planning;

namespace Trellis.Support.Events.Calendar;

/// <summary>Events as a file for calendars. What only those who have a place may know is not in it.</summary>
internal static class MakeCalendar
{
    private const string Product = "-//Trellis//Events//EN";

    public static string Of(Place place, Uri site, string name, IEnumerable<ListEvents.Line> lines) => CalendarOut.Write(name, Product, lines.SelectMany(line => Entries(place, site, line)));

    /// <summary>An entry for each session; its name in calendars is the session's own id, so that it stays when it is moved.</summary>
    private static IEnumerable<CalendarEvent> Entries(Place place, Uri site, ListEvents.Line line) => line.Sessions.Select((session, at) =>
        new CalendarEvent($"{session.Id}@{place.Slug}.trellis", session.StartsAt, session.EndsAt, line.Sessions.Count > 1 ? $"{line.Event.Title} ({at + 1} of {line.Sessions.Count})" : line.Event.Title)
        {
            Changed = line.Event.CancelledAt ?? line.Event.PlannedAt,
            Sequence = line.Event.Changes,
            Description = line.Event.About,
            Location = EventWords.Where(line.Event),
            Url = new Uri(site, "/events/" + line.Event.Slug),
            IsCancelled = line.Event.CancelledAt is not null,
        });
}
