using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Claiming;

/// <summary>Where a group's lead says whether others belong to it.</summary>
[Requires(GroupRules.AnswerClaims)]
internal sealed class LeadClaimsModel(Here here, Acting acting, FindGroup find, ListClaims list, DecideClaim decide) : PageModel
{
    public sealed class Answers
    {
        public string? Reason { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public bool Grant { get; set; }

    public Organisation Group { get; private set; } = null!;

    public IReadOnlyList<ListClaims.Line> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop) => await Find(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop) || await list.One(Group.PlaceId, Group.Id, Id, stop) is not { } claim || claim.PersonId == acting.RequirePerson().PersonId)
        {
            return NotFound();
        }

        var decided = await decide.Decide(claim, Grant, Form.Reason, acting.RequirePerson().PersonId, stop);
        return decided.Succeeded ? LocalRedirect($"/groups/{slug}/claims") : this.Again(decided);
    }

    private async Task<bool> Find(string slug, CancellationToken stop)
    {
        if (await find.Handle((await here.RequirePlace(stop)).Id, slug, stop) is not { } group)
        {
            return false;
        }

        (Group, Lines) = (group, await list.Handle(group.PlaceId, group.Id, stop));
        return true;
    }
}
