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

/// <summary>The confidential notes about a group: when and by whom, and a form for another. What they say is opened one by one.</summary>
[Requires(ConfidentialRules.Keep)]
[StepUp]
internal sealed class NotesPageModel(Here here, Acting acting, FindGroup find, KeepNote keep, ConfidentialTexts texts) : PageModel
{
    public sealed class Answers
    {
        public string? Text { get; set; }

        public string? About { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public Organisation Group { get; private set; } = null!;

    public IReadOnlyList<KeepNote.Line> Lines { get; private set; } = [];

    /// <summary>Why nothing can be read or written now.</summary>
    public Problem? Hindrance { get; private set; }

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop) => await Look(slug, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Look(slug, stop))
        {
            return NotFound();
        }

        var written = await keep.Write(Group, acting.RequirePerson(), new(Form.Text, Form.About), stop);
        return written.Succeeded ? LocalRedirect($"/groups/{Group.Slug}/confidential") : this.Again(written);
    }

    private async Task<bool> Look(string slug, CancellationToken stop)
    {
        if (await find.Handle((await here.RequirePlace(stop)).Id, slug, stop) is not { } group)
        {
            return false;
        }

        Group = group;
        Hindrance = await texts.Hindrance(group.PlaceId, stop);
        Lines = await keep.All(group, stop);
        return true;
    }
}
