using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;
using Trellis.Support.Topics;

namespace Trellis.Support.Log;

/// <summary>One entry of the support log: corrected or removed by those who may log, with the history of what was done to it.</summary>
[Requires(SupportRules.LogHelp)]
internal sealed class EntryPageModel(Here here, Db db, SaveEntry save, RemoveEntry remove, ReadEntries read, TopicTree topics, ReadHistory history, Platform.Texts.Texts t) : PageModel
{
    private IReadOnlyList<Choice> offered = [];
    private bool overlaps;

    [BindProperty]
    public EntryForm Form { get; set; } = new();

    [BindProperty(Name = "Form.Why")]
    public string? Why { get; set; }

    public SupportEntry Entry { get; private set; } = null!;

    public IReadOnlyList<OrganisationSummary> Groups { get; private set; } = [];

    public EntryFields Fields => new(Form, Groups, offered, EntryWords.Ways(t), overlaps);

    public HistoryView History { get; private set; } = null!;

    public string Back => $"/groups/{Groups[0].Slug}/support";

    public async Task<IActionResult> OnGet(Guid entry, long? before, CancellationToken stop)
    {
        if (!await Find(entry, before, stop))
        {
            return NotFound();
        }

        Form = Stands();
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid entry, CancellationToken stop) =>
        await Find(entry, null, stop) ? Answer(await save.Correct(Entry, Form, stop)) : NotFound();

    public async Task<IActionResult> OnPostRemove(Guid entry, CancellationToken stop)
    {
        if (!await Find(entry, null, stop))
        {
            return NotFound();
        }

        Form = Stands();
        return Answer(await remove.Handle(Entry, Why, stop));
    }

    /// <summary>The entry as it stands, in the form.</summary>
    private EntryForm Stands() => new()
    {
        Groups = [.. Groups.Select(group => group.Slug)],
        Minutes = Entry.Minutes?.ToString(CultureInfo.InvariantCulture),
        Way = Entry.Way.ToString(),
        Topic = Entry.TopicId.ToString(),
        Done = Entry.Done,
        NextStep = Entry.NextStep,
        NextOn = Day(Entry.NextOn),
        OnDay = Day(Entry.OnDay),
        Began = Entry.Began is { } began ? $"{began / 60:00}:{began % 60:00}" : null,
        IsShared = Entry.IsShared,
    };

    private static string? Day(DateOnly? day) => day?.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    private IActionResult Answer(Result<Guid> done)
    {
        overlaps = done.Problems.Any(problem => problem.Field == nameof(EntryForm.Overlaps));
        return done.Succeeded ? LocalRedirect(Back) : this.Again(done);
    }

    private async Task<bool> Find(Guid id, long? before, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await db.SupportEntries(place.Id).FirstOrDefaultAsync(one => one.Id == id, stop) is not { } entry)
        {
            return false;
        }

        Entry = entry;
        Groups = await read.GroupsOf(place.Id, id, stop);
        offered = TopicChoices.Of([.. (await topics.All(place.Id, stop)).Where(topic => topic.RetiredAt is null || topic.Id == entry.TopicId)]);
        var asked = new HistoryAsked([id], place.Id) { OnlyKinds = [nameof(SupportEntry)], WithNames = true };
        History = new(await history.Part(asked, before, stop), "/work/log/" + id, before);
        return Groups.Count > 0;
    }
}
