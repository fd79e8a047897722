using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Documents;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Documents;

/// <summary>Where a group's lead changes what is said of a document, or puts a newer file in its place.</summary>
[Requires(GroupRules.KeepDocuments)]
[ReceivesFile]
internal sealed class ChangeDocumentModel(Here here, FindGroup find, ListDocuments list, ChangeDocument change, Acting acting) : PageModel
{
    [BindProperty]
    public DocumentForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public Organisation Group { get; private set; } = null!;

    public ListDocuments.Line Line { get; private set; } = null!;

    /// <summary>Somebody else saved since the form was opened.</summary>
    public bool Meanwhile { get; private set; }

    public async Task<IActionResult> OnGet(string slug, Guid document, CancellationToken stop)
    {
        if (!await Find(slug, document, stop))
        {
            return NotFound();
        }

        (Form, Version) = (DocumentForm.Of(Line.Document), Line.Document.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost(string slug, Guid document, CancellationToken stop)
    {
        if (!await Find(slug, document, stop))
        {
            return NotFound();
        }

        var changed = await change.Handle(Group, new(document, Version, Form, HttpContext.ArrivedFile("Form.File"), acting.RequirePerson().PersonId), stop);
        return !changed.Succeeded ? this.Again(changed)
            : changed.Value ? LocalRedirect($"/groups/{slug}/documents")
            : await Find(slug, document, stop) ? Conflicting() : NotFound();
    }

    private PageResult Conflicting()
    {
        Meanwhile = true;
        Version = Line.Document.Version;
        return this.Outdated();
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
