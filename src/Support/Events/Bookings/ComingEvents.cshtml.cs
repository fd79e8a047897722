using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Places;
using Trellis.Support.Events.Planning;

namespace Trellis.Support.Events.Bookings;

/// <summary>What is coming in the place, for everybody.</summary>
[AllowAnonymous]
internal sealed class ComingEventsModel(Here here, ListEvents list) : PageModel
{
    /// <summary>Shows what was instead.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Past { get; set; }

    public IReadOnlyList<ListEvents.Line> Lines { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => Lines = await list.Handle((await here.RequirePlace(stop)).Id, Past, stop);
}
