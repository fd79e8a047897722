using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Support.Events.Planning;

namespace Trellis.Support.Events.Calendar;

/// <summary>All that is coming, for calendars that ask again by themselves.</summary>
[AllowAnonymous]
internal sealed class EventFeedModel(Here here, ListEvents list, PublicAddress address) : PageModel
{
    public async Task<IActionResult> OnGet(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        return File(Encoding.UTF8.GetBytes(MakeCalendar.Of(place, address.For(Request), "Training and events in " + place.Name, await list.Handle(place.Id, past: false, stop))), EventFileModel.Type);
    }
}
