using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Claiming;

/// <summary>Where workers decide on claims and print letters.</summary>
[Requires(GroupRules.DecideClaims)]
internal sealed class WorkClaimsModel(Here here, Db db, Acting acting, ListClaims list, DecideClaim decide, TimeProvider clock) : PageModel
{
    public sealed class Answers
    {
        public string? Reason { get; set; }
    }

    public sealed record LetterSeen(Claim Claim, Organisation Group, Person Person, string Address, string Code);

    [BindProperty]
    public Answers Form { get; set; } = new();

    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public bool Grant { get; set; }

    public IReadOnlyList<ListClaims.Line> Lines { get; private set; } = [];

    public LetterSeen? Letter { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGet(CancellationToken stop) => Lines = await list.Handle((await here.RequirePlace(stop)).Id, null, stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await list.One(place.Id, null, Id, stop) is not { } claim || (claim.IsOpen && !claim.WorkerMayDecide(Now)))
        {
            return NotFound();
        }

        var decided = await decide.Decide(claim, Grant, Form.Reason, acting.RequirePerson().PersonId, stop);
        Lines = await list.Handle(place.Id, null, stop);
        return decided.Succeeded ? LocalRedirect("/work/claims") : this.Again(decided);
    }

    public async Task<IActionResult> OnPostLetter(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await list.One(place.Id, null, Id, stop) is not { Proof: Proof.Letter, State: ClaimState.Proving } claim)
        {
            return NotFound();
        }

        var line = (await list.Handle(place.Id, claim.OrganisationId, stop)).First(one => one.Claim.Id == claim.Id);
        var standing = (await ReadStanding.Of(db, place.Id, claim.OrganisationId, stop))!;
        Letter = new(claim, line.Group, line.Person, $"{standing.Entry[Field.Address]}\n{standing.Entry[Field.Postcode]}", await decide.Letter(claim, stop));
        return Page();
    }
}
