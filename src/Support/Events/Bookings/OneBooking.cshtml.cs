using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Support.Events.Attending;

namespace Trellis.Support.Events.Bookings;

/// <summary>One booking as those who run the event see it: what was answered, and of which group of the directory it is.</summary>
[Requires(EventRules.RunEvents)]
internal sealed class OneBookingModel(Here here, Db db, Acting acting, JoinGroup join, AnswerOffer answer) : PageModel
{
    public sealed class Answers
    {
        public string? Group { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public Booking Booking { get; private set; } = null!;

    public Event Event { get; private set; } = null!;

    public OrganisationSummary? Group { get; private set; }

    public async Task<IActionResult> OnGet([FromRoute(Name = "booking")] Guid id, CancellationToken stop)
    {
        if (!await Find(id, stop))
        {
            return NotFound();
        }

        Form.Group = Group?.Name ?? Booking.GroupName;
        return Page();
    }

    public async Task<IActionResult> OnPost([FromRoute(Name = "booking")] Guid id, CancellationToken stop)
    {
        if (await join.Handle((await here.RequirePlace(stop)).Id, id, Form.Group, acting.RequirePerson().PersonId, stop) is not { } joined)
        {
            return NotFound();
        }

        return joined.Succeeded ? LocalRedirect("/work/events/bookings/" + id) : await Find(id, stop) ? this.Again(joined) : NotFound();
    }

    public async Task<IActionResult> OnPostLeave([FromRoute(Name = "booking")] Guid id, CancellationToken stop)
    {
        if (await answer.LeaveByStaff((await here.RequirePlace(stop)).Id, id, stop) is not { } left)
        {
            return NotFound();
        }

        return left.Succeeded ? LocalRedirect("/work/events/bookings/" + id) : await Find(id, stop) ? this.Again(left) : NotFound();
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await db.Bookings(place.Id).AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop) is not { } found)
        {
            return false;
        }

        Booking = found;
        Event = await db.Events(place.Id).AsNoTracking().FirstAsync(one => one.Id == found.EventId, stop);
        Group = found.OrganisationId is { } group ? await db.AllOrganisations(place.Id).FirstOrDefaultAsync(one => one.Id == group, stop) : null;
        return true;
    }
}
