using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Documents;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Documents;

/// <summary>Where a group's lead adds a document.</summary>
[Requires(GroupRules.KeepDocuments)]
[ReceivesFile]
internal sealed class AddDocumentModel(Here here, FindGroup find, AddDocument add, Acting acting) : PageModel
{
    [BindProperty]
    public DocumentForm Form { get; set; } = new() { Readers = nameof(Readers.Own) };

    public Organisation Group { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop) => await Find(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        var added = await add.Handle(Group, Form, HttpContext.ArrivedFile("Form.File"), acting.RequirePerson().PersonId, stop);
        return added.Succeeded ? LocalRedirect($"/groups/{slug}/documents") : this.Again(added);
    }

    private async Task<bool> Find(string slug, CancellationToken stop) => (Group = (await find.Handle((await here.RequirePlace(stop)).Id, slug, stop))!) is not null;
}
