using Trellis.Platform.Exchange;

namespace Trellis.Support.Taking;

/// <summary>Events with their bookings, as they are taken along.</summary>
internal static class EventsTaken
{
    public static readonly TakenTable Events = new(
        "events", "Training and events, a row each session",
        """
        SELECT event.id, event.title, event.kind, event.for_whom, event.about, topic.name, event.venue, event.online_link, event.access, event.trainer, event.price_pence, seats.places, seats.taken, event.questions,
            session.starts_at, session.ends_at, event.cancelled_at, event.cancelled_why
        FROM support_event event JOIN support_topic topic ON topic.id = event.topic_id LEFT JOIN support_event_seats seats ON seats.event_id = event.id LEFT JOIN support_event_session session ON session.event_id = event.id
        WHERE event.place_id = @place ORDER BY session.starts_at, event.id
        """,
        new("Event", Holds.Id), new("Title"), new("Kind"), new("For whom"), new("About"), new("Topic"), new("Venue"), new("Online"), new("Access"), new("Trainer"), new("Price (£)", Holds.Pence), new("Places", Holds.Number), new("Taken", Holds.Number),
        new("Questions"), new("Begins", Holds.Instant), new("Ends", Holds.Instant), new("Cancelled", Holds.Instant), new("Why cancelled"));

    public static readonly TakenTable Bookings = new(
        "bookings", "Who booked, and who came",
        """
        SELECT booking.event_id, booking.number, booking.name, booking.email, coalesce(o.name, booking.group_name), booking.price_pence, booking.answers, booking.state, booking.booked_at, booking.left_at, booking.certificate, booking.usefulness, booking.usefulness_why,
            (SELECT count(*) FROM support_attendance attendance WHERE attendance.booking_id = booking.id AND attendance.came)
        FROM support_booking booking LEFT JOIN groups_organisation o ON o.id = booking.organisation_id WHERE booking.place_id = @place ORDER BY booking.event_id, booking.number
        """,
        new("Event", Holds.Id), new("Number", Holds.Number), new("Name"), new("Email"), new("Group"), new("Price (£)", Holds.Pence), new("Answers"), new("State"), new("Booked", Holds.Instant), new("Left", Holds.Instant), new("Certificate"), new("Usefulness, 1 to 5", Holds.Number), new("Why"),
        new("Sessions attended", Holds.Number));

    public static readonly TakenTable Library = new(
        "library", "Guides, templates, checklists and links",
        """
        SELECT resource.id, resource.kind, resource.title, resource.summary, resource.url, topic.name, resource.criterion, resource.stage, resource.checked_on, resource.review_on, resource.edition, resource.retired_at
        FROM support_resource resource JOIN support_topic topic ON topic.id = resource.topic_id WHERE resource.place_id = @place ORDER BY resource.title, resource.id
        """,
        new("Resource", Holds.Id), new("Kind"), new("Title"), new("Summary"), new("Address"), new("Topic"), new("Item of the health check"), new("Stage"), new("Checked on", Holds.Day), new("Look again on", Holds.Day), new("Edition", Holds.Number), new("Retired", Holds.Instant));
}
