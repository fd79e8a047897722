using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Web;

namespace Trellis.Support.Plans;

/// <summary>Asks whether a plan is to be closed, and closes it.</summary>
[Requires(PlanRules.KeepPlan)]
internal sealed class ClosePlanModel(PlanDesk desk, Db db, EndPlan end) : PageModel
{
    public OrganisationSummary Group { get; private set; } = null!;

    public bool HasPlan { get; private set; }

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        if (await desk.Group(slug, stop) is not { } group)
        {
            return NotFound();
        }

        (Group, HasPlan) = (group, await db.PlanOf(group.PlaceId, group.Id, stop) is not null);
        return Page();
    }

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (await desk.Group(slug, stop) is not { } group)
        {
            return NotFound();
        }

        Group = group;
        if (await db.PlanOf(group.PlaceId, group.Id, stop) is not { } plan)
        {
            return LocalRedirect($"/groups/{slug}/plan"); // closed already, by somebody else or by pressing twice
        }

        HasPlan = true;
        var ended = await end.Handle(plan, stop);
        return ended.Succeeded ? LocalRedirect($"/groups/{slug}/plan") : this.Again(ended);
    }
}
