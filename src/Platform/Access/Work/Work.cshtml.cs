using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Places;

namespace Trellis.Platform.Access;

/// <summary>Where somebody with a role begins: every page that is for them.</summary>
[Requires(AccessRules.OwnAccount)]
internal sealed class WorkModel(Here here, Acting acting, OpenDoors doors) : PageModel
{
    public IReadOnlyList<WorkLink> Doors { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => Doors = await doors.For(acting.RequirePerson(), (await here.RequirePlace(stop)).Id, stop);
}
