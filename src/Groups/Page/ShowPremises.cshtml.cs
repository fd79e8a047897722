using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Record;

namespace Trellis.Groups.Page;

/// <summary>A building or piece of land: where it is, whose, how it is held.</summary>
[AllowAnonymous]
internal sealed class ShowPremisesModel(ReadThing read) : PageModel
{
    public Premises Premises { get; private set; } = null!;

    public ReadThing.Around Around { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        if (await read.Premises(slug, stop) is not { } found)
        {
            return NotFound();
        }

        (Premises, Around) = found;
        return Page();
    }
}
