using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Support.Events.Bookings;

/// <summary>What somebody sees who has just booked. It says nothing of who that is.</summary>
[AllowAnonymous]
internal sealed class BookedModel(Here here, Db db) : PageModel
{
    /// <summary>place, waiting, or anything else where only the mail says it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? As { get; set; }

    public Event Event { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        Event = (await db.Events(place.Id).AsNoTracking().FirstOrDefaultAsync(one => one.Slug == slug, stop))!;
        return Event is null ? NotFound() : Page();
    }
}
