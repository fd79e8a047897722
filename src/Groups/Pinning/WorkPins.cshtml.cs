using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Groups.Pinning;

/// <summary>The workers' list of what is pinned, first that where a source has said something else since.</summary>
[Requires(GroupRules.PinFacts)]
internal sealed class WorkPinsModel(Here here, ListPins list) : PageModel
{
    public IReadOnlyList<ListPins.Line> Lines { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => Lines = await list.Handle((await here.RequirePlace(stop)).Id, stop);
}
