using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Support.Events.Attending;

/// <summary>The list at the door, on a phone: one tap for each who comes.</summary>
[Requires(EventRules.RunEvents)]
internal sealed class AttendancePageModel(Here here, Db db, Acting acting, MarkAttendance mark) : PageModel
{
    public sealed record Line(Booking Booking, bool? Came);

    [BindProperty]
    public Guid Booking { get; set; }

    [BindProperty]
    public bool Came { get; set; }

    public Event Event { get; private set; } = null!;

    public EventSession Session { get; private set; } = null!;

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGet([FromRoute(Name = "event")] Guid id, [FromRoute(Name = "session")] Guid sitting, CancellationToken stop) =>
        await Find(id, sitting, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost([FromRoute(Name = "event")] Guid id, [FromRoute(Name = "session")] Guid sitting, CancellationToken stop)
    {
        var marked = await mark.Handle(new((await here.RequirePlace(stop)).Id, id, sitting, Booking, Came, acting.RequirePerson().PersonId), stop);
        return await Done(marked, id, sitting, "#b-" + Booking, stop);
    }

    public async Task<IActionResult> OnPostRest([FromRoute(Name = "event")] Guid id, [FromRoute(Name = "session")] Guid sitting, CancellationToken stop) =>
        await Done(await mark.RestStayedAway((await here.RequirePlace(stop)).Id, id, sitting, acting.RequirePerson().PersonId, stop), id, sitting, "", stop);

    private async Task<IActionResult> Done<T>(Result<T>? done, Guid id, Guid sitting, string at, CancellationToken stop)
    {
        if (done is null)
        {
            return NotFound();
        }

        return done.Succeeded ? LocalRedirect($"/work/events/{id}/attendance/{sitting}{at}") : await Find(id, sitting, stop) ? this.Again(done) : NotFound();
    }

    private async Task<bool> Find(Guid id, Guid sitting, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        var of = await db.Events(place.Id).AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop);
        var session = await db.Set<EventSession>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == sitting && one.EventId == id, stop);
        if (of is null || session is null)
        {
            return false;
        }

        (Event, Session) = (of, session);
        var marks = await db.Set<Attendance>().AsNoTracking().Where(one => one.SessionId == sitting).ToDictionaryAsync(one => one.BookingId, one => one.Came, stop);
        var bookings = await db.Bookings(place.Id).AsNoTracking().Where(one => one.EventId == id && one.State == BookingState.Booked).OrderBy(one => one.SameAs).ThenBy(one => one.Number).ToListAsync(stop);
        Lines = [.. bookings.Select(one => new Line(one, marks.TryGetValue(one.Id, out var came) ? came : null))];
        return true;
    }
}
