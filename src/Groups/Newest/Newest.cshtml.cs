using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Places;

namespace Trellis.Groups.Newest;

/// <summary>The groups that a register took in last.</summary>
[AllowAnonymous]
internal sealed class NewestModel(Here here, ListNewest list) : PageModel
{
    public Place Place { get; private set; } = null!;

    public IReadOnlyList<ListNewest.Line> Lines { get; private set; } = [];

    public async Task OnGet(CancellationToken stop)
    {
        Place = await here.RequirePlace(stop);
        Lines = await list.Handle(Place, stop);
    }
}
