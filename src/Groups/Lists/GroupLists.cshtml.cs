using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Choice = Trellis.Platform.Web.Components.Choice;

namespace Trellis.Groups.Lists;

/// <summary>Where a worker puts a group on lists that are picked by hand.</summary>
[Requires(GroupRules.KeepLists)]
internal sealed class GroupListsModel(Here here, FindGroup find, ReadLists lists, PickGroup pick) : PageModel
{
    public sealed class Answers
    {
        public List<Guid> Stood { get; set; } = [];

        public List<string> Chosen { get; set; } = [];
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public Organisation Group { get; private set; } = null!;

    /// <summary>All that are picked by hand.</summary>
    public IReadOnlyList<Choice> Offered { get; private set; } = [];

    /// <summary>Those it is on.</summary>
    public IReadOnlyList<Guid> On { get; private set; } = [];

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        Form.Chosen = [.. On.Select(list => list.ToString())];
        return Page();
    }

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        var chosen = Form.Chosen.Select(text => Guid.TryParse(text, out var list) ? list : Guid.Empty).ToList();
        var done = await pick.Handle(new(Group, Form.Stood, chosen), stop);
        return done.Succeeded ? LocalRedirect($"/groups/{slug}") : this.Again(done);
    }

    private async Task<bool> Find(string slug, CancellationToken stop)
    {
        if (await find.Handle((await here.RequirePlace(stop)).Id, slug, stop) is not { } group)
        {
            return false;
        }

        Group = group;
        Offered = [.. (await lists.All(group.PlaceId, stop)).Where(list => list.Question is null).Select(list => new Choice(list.Id.ToString(), list.Name))];
        On = await lists.With(group.Id, stop);
        return true;
    }
}
