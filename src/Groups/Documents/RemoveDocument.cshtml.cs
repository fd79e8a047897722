using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Documents;

/// <summary>Asks whether a document is to go, and lets it go.</summary>
[Requires(GroupRules.KeepDocuments)]
internal sealed class RemoveDocumentModel(Here here, FindGroup find, ListDocuments list, RemoveDocument remove) : PageModel
{
    public Organisation Group { get; private set; } = null!;

    public ListDocuments.Line Line { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string slug, Guid document, CancellationToken stop) => await Find(slug, document, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, Guid document, CancellationToken stop)
    {
        if (!await Find(slug, document, stop))
        {
            return NotFound();
        }

        var removed = await remove.Handle(Group.Id, document, stop);
        return !removed.Succeeded ? this.Again(removed) : removed.Value ? LocalRedirect($"/groups/{slug}/documents") : NotFound();
    }

    private async Task<bool> Find(string slug, Guid document, CancellationToken stop)
    {
        if (await find.Handle((await here.RequirePlace(stop)).Id, slug, stop) is not { } group || await list.One(group.Id, document, stop) is not { } line)
        {
            return false;
        }

        (Group, Line) = (group, line);
        return true;
    }
}
