using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Proposing;

/// <summary>Where anybody signed in proposes a change of a group's entry.</summary>
[Requires(GroupRules.ProposeChange)]
internal sealed class ProposeModel(Here here, Db db, Acting acting, FindGroup find, ProposeChange propose) : PageModel
{
    [BindProperty]
    public EntryForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public bool Sent { get; set; }

    public Organisation Group { get; private set; } = null!;

    private Entry shown = null!;

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        Form = EntryForm.Of(shown, []);
        return Page();
    }

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        var proposed = await propose.Handle(new(Group, shown, Form, acting.RequirePerson().Email), stop);
        return proposed.Succeeded ? LocalRedirect($"/groups/{slug}/propose?sent=true") : this.Again(proposed);
    }

    private async Task<bool> Find(string slug, CancellationToken stop)
    {
        if (await find.Handle((await here.RequirePlace(stop)).Id, slug, stop) is not { } group)
        {
            return false;
        }

        (Group, shown) = (group, await PublicEntry.Of(db, group.Id, stop));
        return true;
    }
}
