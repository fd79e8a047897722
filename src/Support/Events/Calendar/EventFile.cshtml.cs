using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Support.Events.Planning;

namespace Trellis.Support.Events.Calendar;

/// <summary>One event for a calendar.</summary>
[AllowAnonymous]
internal sealed class EventFileModel(Here here, Db db, ListEvents list, PublicAddress address) : PageModel
{
    internal const string Type = "text/calendar; charset=utf-8";

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await db.Events(place.Id).AsNoTracking().FirstOrDefaultAsync(one => one.Slug == slug, stop) is not { } found)
        {
            return NotFound();
        }

        return File(Encoding.UTF8.GetBytes(MakeCalendar.Of(place, address.For(Request), found.Title, await list.With([found], stop))), Type, slug + ".ics");
    }
}
