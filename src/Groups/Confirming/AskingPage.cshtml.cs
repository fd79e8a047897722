using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Confirming;

/// <summary>Where a worker asks a group whether its entry is still right.</summary>
[Requires(GroupRules.AskToConfirm)]
internal sealed class AskingPageModel(Here here, Acting acting, ReadStanding read, AskToConfirm ask, PublicAddress address) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public Organisation Group { get; private set; } = null!;

    public IReadOnlyList<string> To { get; private set; } = [];

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop) => await Find(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        var asked = await ask.Handle(new(Group.PlaceId, Group.Id, address.For(Request), acting.RequirePerson().PersonId), stop);
        return asked.Succeeded ? LocalRedirect($"/groups/{slug}/asking?sent=true") : this.Again(asked);
    }

    private async Task<bool> Find(string slug, CancellationToken stop)
    {
        if (await read.Handle((await here.RequirePlace(stop)).Id, slug, stop) is not { } standing)
        {
            return false;
        }

        (Group, To) = (standing.Group, await ask.Recipients(standing, stop));
        return true;
    }
}
