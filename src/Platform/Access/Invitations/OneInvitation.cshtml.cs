using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Platform.Access;

/// <summary>An invitation that was not answered: send it again, or take it back.</summary>
[Requires(AccessRules.ManageGroupPeople)]
internal sealed class OneInvitationModel(Here here, Db db, Acting acting, SendInvitation send, Scopes scopes, PublicAddress address) : PageModel
{
    [FromRoute(Name = "invitation")]
    public Guid Id { get; set; }

    public Invitation Invitation { get; private set; } = null!;

    public ScopeName Scope { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken stop) => await Look(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAgain(CancellationToken stop)
    {
        if (!await Look(stop) || await send.Again(acting.RequirePerson(), Id, Invitation.PlaceId, path => address.Link(Request, path), stop) is not { } sent)
        {
            return NotFound();
        }

        return sent.Succeeded ? LocalRedirect(List + "?done=sent") : this.Again(sent);
    }

    public async Task<IActionResult> OnPostWithdraw(CancellationToken stop) =>
        await Look(stop) && await send.Withdraw(acting.RequirePerson(), Id, Invitation.PlaceId, stop) ? LocalRedirect(List + "?done=withdrawn") : NotFound();

    /// <summary>Where the invitations to the same scope are.</summary>
    public string List => Scope.Path == "/" ? "/people/invitations" : Scope.Path + "/people";

    private async Task<bool> Look(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await db.Set<Invitation>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == Id && one.PlaceId == place.Id && one.AcceptedAt == null && one.WithdrawnAt == null, stop) is not { } found
            || !acting.RequirePerson().MayGive(found.Role, found.ScopeId, place.Id) || await scopes.Named(place.Id, found.ScopeId, stop) is not { } scope)
        {
            return false;
        }

        (Invitation, Scope) = (found, scope);
        return true;
    }
}
