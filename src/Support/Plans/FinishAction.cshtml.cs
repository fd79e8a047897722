using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;

namespace Trellis.Support.Plans;

/// <summary>Where somebody says that an action is done, and what shows it.</summary>
[Requires(PlanRules.KeepPlan)]
[ReceivesFile]
internal sealed class FinishActionModel(PlanDesk desk, Db db, Passport passport, FinishAction finish) : PageModel
{
    [BindProperty]
    public FinishAction.Form Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public OrganisationSummary Group { get; private set; } = null!;

    public PlanAction Action { get; private set; } = null!;

    public IReadOnlyList<Choice> Documents { get; private set; } = [];

    public IReadOnlyList<Choice> Sorts => passport.Sorts;

    public bool IsOfGroup { get; private set; }

    /// <summary>Somebody else saved since the form was opened.</summary>
    public bool Meanwhile { get; private set; }

    public async Task<IActionResult> OnGet(string slug, Guid action, CancellationToken stop)
    {
        if (!await Find(slug, action, stop))
        {
            return NotFound();
        }

        (Version, Form.Evidence, Form.Document) = (Action.Version, Action.Evidence, Action.DocumentId?.ToString());
        return Page();
    }

    public async Task<IActionResult> OnPost(string slug, Guid action, CancellationToken stop)
    {
        if (!await Find(slug, action, stop))
        {
            return NotFound();
        }

        var finished = await finish.Handle(Action, new(Group, Version, HttpContext.ArrivedFile("Form.File"), desk.Me, IsOfGroup), Form, stop);
        return !finished.Succeeded ? this.Again(finished)
            : finished.Value ? LocalRedirect($"/groups/{slug}/plan")
            : await Find(slug, action, stop) ? Conflicting() : NotFound();
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

        (Group, Action, IsOfGroup) = (group, action, desk.IsOfGroup(group));
        Documents = [.. (await passport.Shown(group, IsOfGroup, stop)).Select(one => new Choice(one.Id.ToString(), one.Called))];
        return true;
    }
}
