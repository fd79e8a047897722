using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Confidential;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Confidential;

/// <summary>One confidential note, opened to be read; the reading is in the history.</summary>
[Requires(ConfidentialRules.Keep)]
[StepUp]
internal sealed class OneNoteModel(Here here, FindGroup find, KeepNote keep) : PageModel
{
    public Organisation Group { get; private set; } = null!;

    public Guid Id { get; private set; }

    public KeepNote.Seen? Seen { get; private set; }

    public Problem? Hindrance { get; private set; }

    public async Task<IActionResult> OnGet(string slug, Guid note, CancellationToken stop)
    {
        if (!await Find(slug, note, stop) || await keep.Read(Group, note, stop) is not { } read)
        {
            return NotFound();
        }

        Seen = read.Succeeded ? read.Value : null;
        Hindrance = read.Succeeded ? null : read.Problems[0];
        return Page();
    }

    public async Task<IActionResult> OnPostRemove(string slug, Guid note, CancellationToken stop)
    {
        if (!await Find(slug, note, stop) || await keep.Remove(Group, note, stop) is not { } removed)
        {
            return NotFound();
        }

        return removed.Succeeded ? LocalRedirect($"/groups/{Group.Slug}/confidential") : this.Again(removed);
    }

    private async Task<bool> Find(string slug, Guid note, CancellationToken stop)
    {
        Id = note;
        return (Group = (await find.Handle((await here.RequirePlace(stop)).Id, slug, stop))!) is not null;
    }
}
