using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Notices;
using Trellis.Platform.Places;

namespace Trellis.Groups.Mailing;

/// <summary>What became of a letter of news to a list.</summary>
[Requires(GroupRules.MailLists)]
internal sealed class ShowMailingModel(Here here, ReadMailings read) : PageModel
{
    public NewsMailing Mailing { get; private set; } = null!;

    public IReadOnlyList<ReadMailings.Fate> Fates { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid mailing, CancellationToken stop)
    {
        if (await read.One((await here.RequirePlace(stop)).Id, mailing, stop) is not { } found)
        {
            return NotFound();
        }

        (Mailing, Fates) = (found, await read.Fates(found.Id, stop));
        return Page();
    }

    public static string Words(LetterState? state) => state switch
    {
        LetterState.Waiting => "Waits in the queue",
        LetterState.Sent => "Sent",
        LetterState.Gathering => "Waits for its reader's next digest",
        LetterState.Gathered => "Became part of a digest",
        LetterState.Withheld => "Not sent",
        LetterState.Parked => "Could not be sent",
        _ => "No longer kept",
    };
}
