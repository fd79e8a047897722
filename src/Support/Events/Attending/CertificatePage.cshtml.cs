using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Support.Events.Attending;

/// <summary>That somebody came: to print, and at the same address for whoever wants to check a print. Nobody can guess the address.</summary>
[AllowAnonymous]
internal sealed class CertificatePageModel(Here here, Db db, PublicAddress address) : PageModel
{
    public Booking Booking { get; private set; } = null!;

    public Event Event { get; private set; } = null!;

    public Place Place { get; private set; } = null!;

    public string Topic { get; private set; } = "";

    /// <summary>Those they came to.</summary>
    public IReadOnlyList<EventSession> Sessions { get; private set; } = [];

    public int Minutes => Sessions.Sum(session => session.Minutes);

    public string Address => address.Link(Request, "/certificates/" + Booking.Certificate);

    public async Task<IActionResult> OnGet(string number, CancellationToken stop)
    {
        Place = await here.RequirePlace(stop);
        if (await db.Bookings(Place.Id).AsNoTracking().FirstOrDefaultAsync(one => one.Certificate == number, stop) is not { Name.Length: > 0 } booking)
        {
            return NotFound();
        }

        Booking = booking;
        Event = await db.Events(Place.Id).AsNoTracking().FirstAsync(one => one.Id == booking.EventId, stop);
        Topic = await db.Set<Topics.Topic>().Where(one => one.Id == Event.TopicId).Select(one => one.Name).FirstAsync(stop);
        Sessions = await (
            from mark in db.Set<Attendance>()
            join session in db.Set<EventSession>() on mark.SessionId equals session.Id
            where mark.BookingId == booking.Id && mark.Came
            orderby session.StartsAt
            select session).AsNoTracking().ToListAsync(stop);
        return Page();
    }
}
