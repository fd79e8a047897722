using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Support.Plans;

/// <summary>All plans of the place that go on, those that have gone quiet first.</summary>
[Requires(PlanRules.WatchPlans)]
internal sealed class WorkPlansModel(Here here, WatchPlans watch, Acting acting) : PageModel
{
    /// <summary>Only those that whoever looks goes along with.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    public IReadOnlyList<WatchPlans.Line> Lines { get; private set; } = [];

    public async Task OnGet(CancellationToken stop)
    {
        var me = acting.RequirePerson().PersonId;
        Lines = [.. (await watch.Handle((await here.RequirePlace(stop)).Id, stop)).Where(line => !Mine || line.WorkerId == me)];
    }
}
