using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Record;

namespace Trellis.Groups.Page;

/// <summary>Something offered to people: when, where, how to get it, who offers it.</summary>
[AllowAnonymous]
internal sealed class ShowServiceModel(ReadThing read) : PageModel
{
    public Service Service { get; private set; } = null!;

    public ReadThing.Around Around { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        if (await read.Service(slug, stop) is not { } found)
        {
            return NotFound();
        }

        (Service, Around) = found;
        return Page();
    }
}
