using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Groups.Unmet;

/// <summary>The workers' list of what people look for and do not find.</summary>
[Requires(GroupRules.SeeUnmet)]
internal sealed class WorkUnmetModel(Here here, ListUnmet list) : PageModel
{
    public const int Shown = 100;

    public IReadOnlyList<ListUnmet.Unmet> Words { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => Words = await list.OfAYear((await here.RequirePlace(stop)).Id, Shown, stop);
}
