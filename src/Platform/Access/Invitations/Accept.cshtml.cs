using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Platform.Access;

/// <summary>Where the link of an invitation leads: who invites whom to what, and one button. Opening it uses nothing up.</summary>
[AllowAnonymous]
internal sealed class AcceptModel(Here here, AcceptInvitation accept, OpenSession open, Acting acting) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    public AcceptInvitation.Seen Seen { get; private set; } = null!;

    /// <summary>Who is signed in here, where it is not who was invited.</summary>
    public string? Other => acting.Person?.Email is { } email && email != Seen.Invitation.Email ? email : null;

    public async Task<IActionResult> OnGet(CancellationToken stop) => await Look(stop) ? Page() : NotFound();

    /// <param name="instead">Whether somebody else who is signed in agrees to be signed out.</param>
    public async Task<IActionResult> OnPost(bool instead, CancellationToken stop)
    {
        if (!await Look(stop))
        {
            return NotFound();
        }

        if (Other is not null && !instead)
        {
            return Page();
        }

        if (await accept.Handle(Key, Seen.Invitation.PlaceId, stop) is not { } accepted)
        {
            return NotFound();
        }

        if (!accepted.Succeeded)
        {
            return this.Again(accepted);
        }

        await open.Handle(HttpContext, accepted.Value, SignInWay.Invitation, stop);
        return LocalRedirect("/me");
    }

    private async Task<bool> Look(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await accept.Look(Key, place.Id, stop) is not { } seen)
        {
            return false;
        }

        Seen = seen;
        return true;
    }
}
