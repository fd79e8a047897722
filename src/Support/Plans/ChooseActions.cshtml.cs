using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;
using Trellis.Support.Topics;

namespace Trellis.Support.Plans;

/// <summary>Where a group and its worker choose what to do next, among suggestions or in their own words.</summary>
[Requires(PlanRules.KeepPlan)]
internal sealed class ChooseActionsModel(PlanDesk desk, ReadPlan read, SuggestActions suggest, ChooseActions choose, TopicTree topics) : PageModel
{
    [BindProperty]
    public ActionForm Form { get; set; } = new();

    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    public OrganisationSummary Group { get; private set; } = null!;

    public int Open { get; private set; }

    public IReadOnlyList<SuggestedAction> Suggestions { get; private set; } = [];

    public IReadOnlyList<Choice> Topics { get; private set; } = [];

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop) => await Find(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop) =>
        await Find(slug, stop) ? Done(await choose.Handle(new(Group, desk.Worker(Group)), Form, stop), "Form") : NotFound();

    public async Task<IActionResult> OnPostChosen(string slug, CancellationToken stop) =>
        await Find(slug, stop) ? Done(await choose.Handle(new(Group, desk.Worker(Group)), [.. Suggestions.Where(one => Chosen.Contains(one.Key))], stop), "") : NotFound();

    private IActionResult Done(Result<int> done, string form)
    {
        if (done.Succeeded)
        {
            return LocalRedirect($"/groups/{Group.Slug}/plan");
        }

        return this.Again(done, form);
    }

    private async Task<bool> Find(string slug, CancellationToken stop)
    {
        if (await desk.Group(slug, stop) is not { } group)
        {
            return false;
        }

        var plan = await read.Now(group, desk.IsOfGroup(group), stop);
        (Group, Open) = (group, plan?.Open ?? 0);
        Suggestions = await suggest.For(group, plan, stop);
        Topics = TopicChoices.Of(await topics.Offered(group.PlaceId, stop));
        return true;
    }
}
