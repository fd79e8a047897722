using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Reports.Returns;

/// <summary>What was sent beside what the same count gives now.</summary>
[Requires(ReportsRules.See)]
internal sealed class DifferenceModel(Here here, ReadReturn read, ComputeReturn compute) : PageModel
{
    public FunderReturn Return { get; private set; } = null!;

    public ReturnBody Body { get; private set; } = null!;

    public IReadOnlyList<FigureDifference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid id, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await read.One(place.Id, id, stop) is not { SentAt: not null } found)
        {
            return NotFound();
        }

        (Return, Body) = (found, await read.Body(place, found, stop));
        Differences = CompareReturns.Of(Body, await compute.Handle(place, found, stop));
        return Page();
    }
}
