using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Choice = Trellis.Platform.Web.Components.Choice;

namespace Trellis.Groups.Claiming;

/// <summary>Where somebody says that a group is theirs, and proves it.</summary>
[Requires(GroupRules.ClaimGroup)]
internal sealed class ClaimPageModel(Here here, Db db, Acting acting, ReadStanding read, ClaimGroup claim, DecideClaim decide, PublicAddress address) : PageModel
{
    public sealed class Answers
    {
        public string? Part { get; set; }

        public Proof? Proof { get; set; }

        public string? Code { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    private ReadStanding.Standing standing = null!;

    public Organisation Group => standing.Group;

    public bool Leads { get; private set; }

    public bool HasLead { get; private set; }

    /// <summary>The visitor's own claim that is still to be decided.</summary>
    public Claim? Open { get; private set; }

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop) => await Find(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        var claimed = await claim.Handle(new(standing, acting.RequirePerson(), Form.Part, Form.Proof, address.For(Request)), stop);
        return claimed.Succeeded ? LocalRedirect($"/groups/{slug}/claim") : this.Again(claimed);
    }

    public async Task<IActionResult> OnPostCode(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop) || Open is null)
        {
            return NotFound();
        }

        var entered = await decide.Enter(Open, Form.Code, stop);
        return entered.Succeeded ? LocalRedirect($"/groups/{slug}/claim") : this.Again(entered);
    }

    public IReadOnlyList<Choice> Proofs(Platform.Texts.Texts t)
    {
        var proofs = new List<Choice>();
        if (ClaimGroup.Mailbox(standing) is { } mailbox)
        {
            proofs.Add(new(nameof(Proof.Mail), t["A code by mail to {0}", ClaimGroup.InPart(mailbox)], t["The address that the group is known by"]));
        }

        proofs.Add(new(nameof(Proof.Letter), t["A code by letter"], t["To the postal address that the group is known by; it takes some days"]));
        proofs.Add(new(nameof(Proof.Worker), t["A worker of the place knows me"]));
        return proofs;
    }

    private async Task<bool> Find(string slug, CancellationToken stop)
    {
        if (await read.Handle((await here.RequirePlace(stop)).Id, slug, stop) is not { } found)
        {
            return false;
        }

        var me = acting.RequirePerson();
        (standing, Leads) = (found, me.Is(Role.Lead, found.Group.Id));
        HasLead = await db.LeadsOf(Group.Id).AnyAsync(stop);
        Open = await db.Set<Claim>().Where(one => one.OrganisationId == Group.Id && one.PersonId == me.PersonId
            && (one.State == ClaimState.Proving || one.State == ClaimState.AskedLead || one.State == ClaimState.Waiting)).FirstOrDefaultAsync(stop);
        return true;
    }
}
