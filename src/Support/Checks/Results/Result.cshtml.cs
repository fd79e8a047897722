using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;

namespace Trellis.Support.Checks.Results;

/// <summary>The result of a check for the group's own people, and for the staff where it opened the check to them. It prints on one or two sheets.</summary>
[Requires(CheckRules.See)]
internal sealed class ResultModel(FindCheck find, ReadResult read) : PageModel
{
    public SeenCheck Check { get; private set; } = null!;

    public CheckResult Result { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string slug, Guid check, CancellationToken stop)
    {
        if (await find.Handle(slug, check, stop) is not { } found)
        {
            return NotFound();
        }

        Check = found;
        Result = await read.Handle(found.Assessment, found.Instrument, async before => await find.Handle(slug, before.Id, stop) is not null, stop);
        return Page();
    }
}
