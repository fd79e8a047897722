using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;

namespace Trellis.Support.Plans;

/// <summary>A group's plan: what it wants to get done, what has served it, and what else it may choose.</summary>
[Requires(PlanRules.SeePlan)]
internal sealed class PlanPageModel(PlanDesk desk, ReadPlan read) : PageModel
{
    public OrganisationSummary Group { get; private set; } = null!;

    public ReadPlan.Seen? Plan { get; private set; }

    public IReadOnlyList<ReadPlan.Seen> Earlier { get; private set; } = [];

    public bool MayKeep { get; private set; }

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        if (await desk.Group(slug, stop) is not { } group)
        {
            return NotFound();
        }

        var isOfGroup = desk.IsOfGroup(group);
        (Group, MayKeep) = (group, desk.MayKeep(group));
        Plan = await read.Now(group, isOfGroup, stop);
        Earlier = await read.Earlier(group, isOfGroup, stop);
        return Page();
    }
}
