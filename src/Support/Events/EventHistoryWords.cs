using Trellis.Platform.Audit;

namespace Trellis.Support.Events;

/// <summary>What the history says of events, bookings and attendance.</summary>
internal static class EventHistoryWords
{
    public static readonly RecordWords[] All =
    [
        new(nameof(Event))
        {
            Added = "{0} planned an event.",
            Removed = "{0} removed an event.",
            Fields = new Dictionary<string, string>
            {
                ["PlaceId"] = "the place of an event", ["Slug"] = "the address of an event", ["Title"] = "the title of an event", ["Kind"] = "what sort of event it is", ["ForWhom"] = "for whom an event is", ["About"] = "what an event is about",
                ["TopicId"] = "the topic of an event", ["Venue"] = "where an event is", ["OnlineLink"] = "the link to an event", ["Access"] = "what is said of access to an event", ["Trainer"] = "who leads an event",
                ["PricePence"] = "the price of an event", ["Questions"] = "what is asked at booking", ["BookingOpensAt"] = "when booking opens", ["BookingClosesAt"] = "when booking closes",
                ["PlannedAt"] = "when an event was planned", ["PlannedBy"] = "who planned an event", ["Changes"] = "time or place of an event", ["CancelledWhy"] = "why an event was cancelled",
            },
            Instead = new Dictionary<string, string> { ["CancelledAt"] = "{0} cancelled an event." },
        },
        new(nameof(Booking))
        {
            Added = "{0} booked a place at an event.",
            Removed = "{0} removed a booking.",
            Fields = Named("a booking", "PlaceId", "EventId", "Number", "Name", "SameAs", "Email", "GroupName", "OrganisationId", "SizeBand", "PricePence", "Answers", "State", "BookedAt", "OfferedUntil", "LeftAt", "RemindedAt", "AskedAt", "Certificate"),
            Instead = new Dictionary<string, string> { ["Usefulness"] = "{0} said how useful an event was.", ["UsefulnessWhy"] = "{0} said how useful an event was." },
            IsAboutPeople = true,
            IsConfidential = true, // who booked is between them and those who run the event
        },
        new(nameof(Attendance))
        {
            Added = "{0} marked whether somebody came to an event.",
            Removed = "{0} took back whether somebody came to an event.",
            Fields = Named("whether somebody came", "BookingId", "SessionId", "PlaceId", "Came", "MarkedAt", "MarkedBy"),
            IsAboutPeople = true,
            IsConfidential = true,
        },
    ];

    private static Dictionary<string, string> Named(string words, params string[] fields) => fields.ToDictionary(field => field, _ => words);
}
