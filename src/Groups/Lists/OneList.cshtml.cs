using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Find;
using Trellis.Groups.Mailing;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Lists;

/// <summary>One list: its groups as of now, what was sent to them, its name and its end.</summary>
[Requires(GroupRules.KeepLists)]
internal sealed class OneListModel(Here here, ReadLists read, RenameList rename, EndList end, ReadMailings mailings) : PageModel
{
    public sealed class Answers
    {
        public string? Called { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public KeptList List { get; private set; } = null!;

    public IReadOnlyList<FoundRow> Members { get; private set; } = [];

    public IReadOnlyList<NewsMailing> Sent { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid list, CancellationToken stop)
    {
        if (!await Find(list, stop))
        {
            return NotFound();
        }

        Form.Called = List.Name;
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid list, CancellationToken stop)
    {
        if (!await Find(list, stop))
        {
            return NotFound();
        }

        var renamed = await rename.Handle(List, Form.Called, stop);
        return renamed.Succeeded ? LocalRedirect("/work/lists/" + list) : this.Again(renamed);
    }

    public async Task<IActionResult> OnPostEnd(Guid list, CancellationToken stop)
    {
        if (await read.One((await here.RequirePlace(stop)).Id, list, stop) is not { } found)
        {
            return NotFound();
        }

        await end.Handle(found, stop);
        return LocalRedirect("/work/lists");
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        if (await read.One((await here.RequirePlace(stop)).Id, id, stop) is not { } found)
        {
            return false;
        }

        (List, Members, Sent) = (found, await read.Members(found, stop), await mailings.To(found.Id, found.PlaceId, stop));
        return true;
    }
}
