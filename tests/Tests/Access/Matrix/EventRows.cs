using Microsoft.EntityFrameworkCore;
using Trellis.Support.Events;
using Trellis.Support.Topics;
using Trellis.Tests.SupportWork.Events;

namespace Trellis.Tests.Access.Matrix;

/// <summary>The ways into training and events. There is an event with a session and a booking in each place.</summary>
internal static class EventRows
{
    private const string Slug = "evening";

    private static readonly Dictionary<Whose, (Guid Event, Guid Session, Guid Booking)> Known =
        Enum.GetValues<Whose>().ToDictionary(whose => whose, _ => (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()));

    public static readonly Row[] All =
    [
        .. Rows.Pages("/events", "/events.ics", "/work/events", "/work/events/plan"),
        Rows.Post("/work/events/plan", 422),
        Public("GET /events/{slug}", "", 200),
        Public("POST /events/{slug}", "", 422),
        Public("GET /events/{slug}.ics", ".ics", 200),
        Public("GET /events/{slug}/booked", "/booked", 200),
        Of("GET /work/events/{event:guid}", "", 200),
        Of("POST /work/events/{event:guid}?handler=Cancel", "?handler=Cancel", 422),
        Of("POST /work/events/{event:guid}?handler=Add", "?handler=Add", 422),
        Of("GET /work/events/{event:guid}/change", "/change", 200),
        Of("POST /work/events/{event:guid}/change", "/change", 422),
        AtDoor("GET", "", 200),
        AtDoor("POST", "", 422) with { Form = (_, _) => new() { ["Booking"] = Known[Whose.Own].Booking.ToString(), ["Came"] = "true" } }, // days before it begins
        AtDoor("POST", "?handler=Rest", 422),
        OfBooking("GET", "", 200),
        OfBooking("POST", "", 302),
        OfBooking("POST", "?handler=Leave", 302, 422),
        Rows.One("GET /booking", "/booking?key=guess") with { Good = [410] },
        Rows.One("POST /booking?handler=Yes", "/booking?key=guess&handler=Yes") with { Good = [410] },
        Rows.One("POST /booking?handler=Leave", "/booking?key=guess&handler=Leave") with { Good = [410] },
        Rows.One("GET /usefulness", "/usefulness?key=guess") with { Good = [410] },
        Rows.One("POST /usefulness", "/usefulness?key=guess") with { Good = [410] },
        Rows.NeverThere("GET /certificates/{number}", "/certificates/GUESS"),
        Rows.NeverThere("GET /certificates/{number}.pdf", "/certificates/GUESS.pdf"),
    ];

    private static Row Public(string way, string rest, int good) =>
        new(way) { Good = [good], At = (_, _, whose) => whose == Whose.NextGroup ? null : $"/events/{(whose == Whose.Own ? Slug : "elsewhere")}{rest}", Before = Keep };

    private static Row Of(string way, string rest, int good) =>
        new(way) { Good = [good], At = (_, _, whose) => whose == Whose.NextGroup ? null : $"/work/events/{Known[whose].Event}{rest}", Before = Keep };

    private static Row AtDoor(string verb, string handler, int good) => new($"{verb} /work/events/{{event:guid}}/attendance/{{session:guid}}{handler}")
    {
        Good = [good],
        At = (_, _, whose) => whose == Whose.NextGroup ? null : $"/work/events/{Known[whose].Event}/attendance/{Known[whose].Session}{handler}",
        Before = Keep,
    };

    private static Row OfBooking(string verb, string handler, params int[] good) => new($"{verb} /work/events/bookings/{{booking:guid}}{handler}")
    {
        Good = good,
        At = (_, _, whose) => whose == Whose.NextGroup ? null : $"/work/events/bookings/{Known[whose].Booking}{handler}",
        Before = Keep,
    };

    /// <summary>Sees that the events are there.</summary>
    private static async Task Keep(World world)
    {
        foreach (var whose in new[] { Whose.Own, Whose.OtherPlace })
        {
            if (!await world.Twins.Site.InDb(db => db.Set<Event>().AnyAsync(one => one.Id == Known[whose].Event)))
            {
                await Make(world, whose);
            }
        }
    }

    private static async Task Make(World world, Whose whose)
    {
        var (site, place) = (world.Twins.Site, world.Place(whose));
        var topic = await site.With<TopicTree, Guid>(async tree => (await tree.Offered(place, default))[0].Id);
        await site.Evening(place, topic, whose == Whose.Own ? Slug : "elsewhere", Known[whose], site.Clock.GetUtcNow().AddDays(9));
    }
}
