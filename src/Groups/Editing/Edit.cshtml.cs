using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Choice = Trellis.Platform.Web.Components.Choice;

namespace Trellis.Groups.Editing;

/// <summary>Where a group's lead, or a worker, changes its entry.</summary>
[Requires(GroupRules.EditGroup)]
internal sealed class EditModel(Here here, Acting acting, ReadStanding read, EditGroup edit, NoteReading note) : PageModel
{
    [BindProperty]
    public EntryForm Form { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public int? EveryMonths { get; set; }

    public ReadStanding.Standing Standing { get; private set; } = null!;

    public Authority Voice { get; private set; }

    /// <summary>Somebody else saved since the form was opened.</summary>
    public bool Meanwhile { get; private set; }

    public IReadOnlyList<Field> WithheldByOthers => [.. Standing.Composed.NotPublic.Except(Standing.Withheld(Voice))];

    public IReadOnlyList<(Field Field, string Now, string Typed)> Differing =>
        [.. Entry.Fields.Select(asked => (asked, Standing.Entry[asked], Form.Typed(asked) ?? "")).Where(both => !Entry.Same(both.Item2, both.Item3))];

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        await note.Of(Standing, Voice, stop);
        (Form, Version, EveryMonths) = (EntryForm.Of(Standing.Entry, Standing.Withheld(Voice)), Standing.Group.Version, Standing.Freshness?.EveryMonths);
        return Page();
    }

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        if (Standing.Group.Version != Version)
        {
            return Conflicting(Standing);
        }

        if (await edit.Handle(Standing.Group.PlaceId, new(Standing.Group.Id, Version, Voice, Form, EveryMonths), stop) is not { } edited)
        {
            return NotFound();
        }

        if (!edited.Succeeded)
        {
            return this.Again(edited);
        }

        return edited.Value.Meanwhile is { } now ? Conflicting(now) : LocalRedirect($"/groups/{slug}");
    }

    private PageResult Conflicting(ReadStanding.Standing now)
    {
        (Standing, Meanwhile) = (now, true);
        Version = now.Group.Version;
        return this.Outdated();
    }

    public static IReadOnlyList<Choice> Promises(Platform.Texts.Texts t) =>
        [.. Promise.Months.Select(months => new Choice(months.ToString(), months == 12 ? t["Once a year"] : t["Every {0} months", months]))];

    private async Task<bool> Find(string slug, CancellationToken stop)
    {
        if (await read.Handle((await here.RequirePlace(stop)).Id, slug, stop) is not { } found)
        {
            return false;
        }

        (Standing, Voice) = (found, acting.RequirePerson().VoiceIn(found.Group.Id));
        return true;
    }
}
