using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Support.Events.Bookings;

/// <summary>Where the link of a mail about a booking leads. Opening it changes nothing: mail programs open links by themselves.</summary>
[AllowAnonymous]
internal sealed class MyBookingModel(Here here, Db db, AnswerOffer answer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    /// <summary>Null where the link works no longer.</summary>
    public Booking? Booking { get; private set; }

    public Event Event { get; private set; } = null!;

    public IReadOnlyList<EventSession> Sessions { get; private set; } = [];

    /// <summary>It was done just now.</summary>
    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken stop) => await Find(stop) ? Page() : Ended();

    public Task<IActionResult> OnPostYes(CancellationToken stop) => Do(answer.Accept, stop);

    public Task<IActionResult> OnPostLeave(CancellationToken stop) => Do(answer.Leave, stop);

    private async Task<IActionResult> Do(Func<Guid, string?, CancellationToken, Task<Result<Booking>>> what, CancellationToken stop)
    {
        if (!await Find(stop))
        {
            return Ended();
        }

        var done = await what((await here.RequirePlace(stop)).Id, Key, stop);
        if (!done.Succeeded)
        {
            return this.Again(done);
        }

        (Booking, IsDone) = (done.Value, true);
        return Page();
    }

    private async Task<bool> Find(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await answer.Look(place.Id, Key, stop) is not { } booking)
        {
            return false;
        }

        Booking = booking;
        Event = await db.Events(place.Id).AsNoTracking().FirstAsync(one => one.Id == booking.EventId, stop);
        Sessions = await db.SessionsOf(booking.EventId, stop);
        return true;
    }

    private PageResult Ended()
    {
        var page = Page();
        page.StatusCode = StatusCodes.Status410Gone;
        return page;
    }
}
