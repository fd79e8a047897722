using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Reports.Returns;

/// <summary>A return as a file for the staff.</summary>
[Requires(ReportsRules.See)]
internal sealed class TakeReturnModel(Here here, ReadReturn read, TimeProvider clock, Platform.Texts.Texts t) : PageModel
{
    public async Task<IActionResult> OnGet(Guid id, string ending, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        return await read.One(place.Id, id, stop) is { } found ? ReturnFile.Of(await read.Body(place, found, stop), ending, clock.GetUtcNow(), t) : NotFound();
    }
}
