using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Proposing;

/// <summary>Where a group's lead or a worker decides, field by field, on what others propose.</summary>
[Requires(GroupRules.ApproveChanges)]
internal sealed class ChangesModel(Here here, Db db, Acting acting, ReadStanding read, DecideProposal decide) : PageModel
{
    public sealed class Answers
    {
        public string? Reason { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    [BindProperty]
    public Guid Proposal { get; set; }

    [BindProperty]
    public List<Field> Take { get; set; } = [];

    public Organisation Group { get; private set; } = null!;

    public Entry Now { get; private set; } = null!;

    public IReadOnlyList<(Proposal Proposal, IReadOnlyList<ProposedField> Fields)> Waiting { get; private set; } = [];

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop) => await Find(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        var actor = acting.RequirePerson();
        var decided = await decide.Handle(Group.PlaceId, new(Group.Id, Proposal, Take, Form.Reason, actor.VoiceIn(Group.Id), actor.PersonId), stop);
        return decided.Succeeded ? LocalRedirect($"/groups/{slug}/changes") : this.Again(decided);
    }

    private async Task<bool> Find(string slug, CancellationToken stop)
    {
        if (await read.Handle((await here.RequirePlace(stop)).Id, slug, stop) is not { } standing)
        {
            return false;
        }

        (Group, Now) = (standing.Group, standing.Entry);
        var proposals = await db.Set<Proposal>().AsNoTracking().Where(one => one.OrganisationId == Group.Id && one.DecidedAt == null).OrderBy(one => one.Id).ToListAsync(stop);
        var ids = proposals.ConvertAll(one => one.Id);
        var fields = (await db.Set<ProposedField>().AsNoTracking().Where(one => ids.Contains(one.ProposalId)).ToListAsync(stop)).ToLookup(one => one.ProposalId);
        Waiting = [.. proposals.Select(one => (one, (IReadOnlyList<ProposedField>)[.. fields[one.Id].OrderBy(field => field.Field)]))];
        return true;
    }
}
