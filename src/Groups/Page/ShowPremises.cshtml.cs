using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Record;
using Trellis.Platform.Places;

namespace Trellis.Groups.Page;

/// <summary>A building or piece of land: where it is, whose, how it is held.</summary>
[AllowAnonymous]
internal sealed class ShowPremisesModel(Here here, ReadThing read) : PageModel
{
    public Premises Premises { get; private set; } = null!;

    public ReadThing.Around Around { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await read.Premises(place, slug, stop) is not { } premises)
        {
            return NotFound();
        }

        Premises = premises;
        Around = await read.Handle(
            place, premises.Name, premises.SourceRecordId, premises.OwnerId, premises.WardCode, Point.From(premises.LatitudeMicro, premises.LongitudeMicro), "premises", stop);
        return Page();
    }
}
