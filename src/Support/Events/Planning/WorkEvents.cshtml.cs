using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Support.Events.Planning;

/// <summary>The workers' list of events: what is coming first, and what was.</summary>
[Requires(EventRules.RunEvents)]
internal sealed class WorkEventsModel(Here here, ListEvents list) : PageModel
{
    /// <summary>Shows what was instead of what is coming.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Past { get; set; }

    public IReadOnlyList<ListEvents.Line> Lines { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => Lines = await list.Handle((await here.RequirePlace(stop)).Id, Past, stop);
}
