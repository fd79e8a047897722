using Trellis.Platform.Privacy;

namespace Trellis.Support.Events;

/// <summary>What training and events keep of people.</summary>
internal static class EventsRegister
{
    private const string Staff = "staff of the place who run events";

    public static readonly PersonalTable[] Personal =
    [
        new()
        {
            Table = "support_event", What = "Training and events", Purpose = "to plan them and tell people of them", Basis = LawfulBasis.LegitimateInterests,
            Audience = "everybody; the link for joining online only those who have a place", Source = "the worker who planned it",
            Fields = new Dictionary<string, string> { ["trainer"] = "who leads it" },
            Others = ["id", "place_id", "slug", "title", "kind", "for_whom", "about", "topic_id", "venue", "online_link", "access", "price_pence", "questions", "booking_opens_at", "booking_closes_at", "planned_at", "planned_by", "changes", "cancelled_at", "cancelled_why", "version"],
            MayNameOthers = ["trainer"],
            Of = "planned_by = @person OR replace(lower(coalesce(trainer, '')), @email, '') <> lower(coalesce(trainer, ''))",
            OnErasure = Ending.Empty, Emptied = new Dictionary<string, string> { ["trainer"] = "replace(trainer, @email, '[erased]')" },
            Forgets = ["planned_by"], Kept = new("as long as the place answers for what it did"), OnEnd = Ending.Keep,
        },
        new()
        {
            Table = "support_booking", What = "Bookings of training and events", Purpose = "to keep a place, write to whoever booked, and know who came", Basis = LawfulBasis.Contract,
            Audience = Staff + "; a certificate whoever has its address", Source = "whoever booked",
            Fields = new Dictionary<string, string>
            {
                ["name"] = "name", ["same_as"] = "name as it is compared", ["email"] = "email address", ["group_name"] = "the group they named", ["answers"] = "what they answered at booking",
                ["usefulness_why"] = "what they said of its use", ["certificate"] = "the number of their certificate",
            },
            Others = ["id", "place_id", "event_id", "number", "organisation_id", "size_band", "price_pence", "state", "booked_at", "offered_until", "left_at", "reminded_at", "asked_at", "usefulness", "version"],
            MayNameOthers = ["answers", "usefulness_why"],
            Of = "email = @email",
            OnErasure = Ending.Empty, Emptied = Emptied, OnEnd = Ending.Empty,
            Kept = new("for two years after the booking; that somebody came stays, without who it was", "booked_at", 731),
        },
        new()
        {
            Table = "support_attendance", What = "Who came to training and events", Purpose = "to answer for what was done, and to give certificates", Basis = LawfulBasis.LegitimateInterests,
            Audience = Staff, Source = "the worker at the door",
            Fields = new Dictionary<string, string> { ["came"] = "whether they came" },
            Others = ["id", "booking_id", "session_id", "place_id", "marked_at", "marked_by", "version"],
            Of = "booking_id IN (SELECT id FROM support_booking WHERE email = @email)",
            OnErasure = Ending.Keep, Forgets = ["marked_by"], Kept = new("as long as the booking"), OnEnd = Ending.Keep,
        },
    ];

    public static readonly PeoplelessTable[] Peopleless =
    [
        new("support_event_session", "When an event takes place"),
        new("support_event_price", "What groups of a size pay for an event"),
        new("support_event_seats", "How many places an event has, and how many are taken"),
    ];

    /// <summary>The name that is compared becomes the booking's own number, since no two of an event may be alike.</summary>
    private static Dictionary<string, string> Emptied => new()
    {
        ["name"] = "''",
        ["same_as"] = "CAST(id AS text)",
        ["email"] = "''",
        ["group_name"] = "NULL",
        ["answers"] = "NULL",
        ["usefulness_why"] = "NULL",
        ["certificate"] = "NULL",
    };
}
