using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Editing;
using Trellis.Groups.Merging;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Groups.Confirming;

/// <summary>A lead who is signed in says that all is still right, with one button on the group's page.</summary>
[Requires(GroupRules.ConfirmOwn)]
internal sealed class ConfirmOwnModel(Here here, FindGroup find, Change change) : PageModel
{
    public IActionResult OnGet(string slug) => LocalRedirect("/groups/" + slug);

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (await find.Handle((await here.RequirePlace(stop)).Id, slug, stop) is not { } group)
        {
            return NotFound();
        }

        await change.Do<Guid>(group.PlaceId, async desk => await ConfirmEntry.Confirm(desk, group.Id, stop), stop);
        return LocalRedirect("/groups/" + slug);
    }
}
