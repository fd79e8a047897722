using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;
using Trellis.Support.Library;
using Trellis.Support.Topics;

namespace Trellis.Support.Plans;

/// <summary>Where an action is changed, begun, given up or taken up again.</summary>
[Requires(PlanRules.KeepPlan)]
internal sealed class ChangeActionModel(PlanDesk desk, Db db, ChangeAction change, TopicTree topics, UseResource use) : PageModel
{
    [BindProperty]
    public ActionForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public OrganisationSummary Group { get; private set; } = null!;

    public PlanAction Action { get; private set; } = null!;

    public string Topic { get; private set; } = "";

    public IReadOnlyList<Choice> Topics { get; private set; } = [];

    /// <summary>What of the library it does not use yet.</summary>
    public IReadOnlyList<Choice> Library { get; private set; } = [];

    [BindProperty]
    public string? Resource { get; set; }

    /// <summary>Somebody else saved since the form was opened.</summary>
    public bool Meanwhile { get; private set; }

    public async Task<IActionResult> OnGet(string slug, Guid action, CancellationToken stop)
    {
        if (!await Find(slug, action, stop))
        {
            return NotFound();
        }

        (Form, Version) = (ActionForm.Of(Action), Action.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost(string slug, Guid action, CancellationToken stop)
    {
        if (!await Find(slug, action, stop))
        {
            return NotFound();
        }

        var changed = await change.Handle(Action, Version, Form, stop);
        return !changed.Succeeded ? this.Again(changed)
            : changed.Value ? LocalRedirect($"/groups/{slug}/plan")
            : await Find(slug, action, stop) ? Conflicting() : NotFound();
    }

    public async Task<IActionResult> OnPostUse(string slug, Guid action, CancellationToken stop)
    {
        if (!await Find(slug, action, stop))
        {
            return NotFound();
        }

        (Form, Version) = (ActionForm.Of(Action), Action.Version);
        var used = await use.Handle(Action, Resource, stop);
        return used.Succeeded ? LocalRedirect($"/groups/{slug}/plan") : this.Again(used, "");
    }

    private PageResult Conflicting()
    {
        Meanwhile = true;
        Version = Action.Version;
        return this.Outdated();
    }

    private async Task<bool> Find(string slug, Guid id, CancellationToken stop)
    {
        if (await desk.Group(slug, stop) is not { } group || await db.ActionOf(group.PlaceId, group.Id, id, stop) is not { } action)
        {
            return false;
        }

        var all = await topics.All(group.PlaceId, stop);
        (Group, Action, Topic) = (group, action, all.First(topic => topic.Id == action.TopicId).Name);
        Topics = TopicChoices.Of([.. all.Where(topic => topic.RetiredAt is null || topic.Id == action.TopicId)]);
        Library = await use.Offered(action, stop);
        return true;
    }
}
