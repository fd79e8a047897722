using Trellis.Support.Events;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Events;

/// <summary>An event with one session and one booking, put straight into the database.</summary>
internal static class SmallEvent
{
    public static Task Evening(this Site site, Guid place, Guid topic, string slug, (Guid Event, Guid Session, Guid Booking) ids, DateTimeOffset starts, string? certificate = null) => site.InDb(async db =>
    {
        var now = site.Clock.GetUtcNow();
        db.Add(new Event { Id = ids.Event, PlaceId = place, Slug = slug, Title = "Evening", Kind = EventKind.Training, TopicId = topic, Venue = "Hall", PricePence = 0, PlannedAt = now });
        db.Add(new EventSession { Id = ids.Session, EventId = ids.Event, StartsAt = starts, EndsAt = starts.AddHours(2) });
        var seats = new Seats { EventId = ids.Event, Places = 9 };
        db.Add(seats);
        db.Add(new Booking { Id = ids.Booking, PlaceId = place, EventId = ids.Event, Number = seats.Arrive().Number, Name = "Ann", SameAs = "ann", Email = "ann@example.org", PricePence = 0, State = BookingState.Booked, BookedAt = now, Certificate = certificate });
        await db.SaveChangesAsync();
    });
}
