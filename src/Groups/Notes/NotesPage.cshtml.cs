using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Groups.Notes;

/// <summary>What the staff have written down about a group. Each time somebody opens it, that is written into the history.</summary>
[Requires(GroupRules.KeepNotes)]
internal sealed class NotesPageModel(Here here, Db db, Acting acting, FindGroup find, WriteNote write, CorrectNote correct, Trail trail, TimeProvider clock) : PageModel
{
    public sealed class Answers
    {
        public string? Written { get; set; }

        public Guid Ticket { get; set; }
    }

    /// <summary>A note with who wrote it, and what was added to it.</summary>
    public sealed record Line(Note Note, string? Author, bool MayCorrect, IReadOnlyList<Line> Added);

    [BindProperty]
    public Answers Form { get; set; } = new();

    /// <summary>The note that is added to or corrected.</summary>
    [BindProperty(SupportsGet = true, Name = "note")]
    public Guid? About { get; set; }

    /// <summary>What was tried and would not do: Add, Correct, or empty for a new note.</summary>
    public string Tried { get; private set; } = "";

    public Organisation Group { get; private set; } = null!;

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Guid NewTicket { get; } = Guid.CreateVersion7();

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        if (Lines.Count > 0)
        {
            await trail.Read(nameof(Note), Group.Id, Group.PlaceId, stop);
        }

        return Page();
    }

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop) =>
        await Find(slug, stop) ? Done(slug, await write.Handle(ToWrite(null), stop), "") : NotFound();

    public async Task<IActionResult> OnPostAdd(string slug, CancellationToken stop) =>
        await Find(slug, stop) && await One(stop) is { } note ? Done(slug, await write.Handle(ToWrite(note), stop), "Add") : NotFound();

    public async Task<IActionResult> OnPostCorrect(string slug, CancellationToken stop) =>
        await Find(slug, stop) && await One(stop) is { } note ? Done(slug, await correct.Handle(note, Form.Written, Me, stop), "Correct") : NotFound();

    private Guid Me => acting.RequirePerson().PersonId;

    private WriteNote.Form ToWrite(Note? addsTo) => new(Group.PlaceId, Group.Id, Me, Form.Ticket, Form.Written, addsTo);

    private IActionResult Done(string slug, Result<Guid> done, string tried)
    {
        Tried = tried;
        return done.Succeeded ? LocalRedirect($"/groups/{slug}/notes") : this.Again(done);
    }

    private Task<Note?> One(CancellationToken stop) => db.Set<Note>().FirstOrDefaultAsync(note => note.Id == About && note.OrganisationId == Group.Id && note.PlaceId == Group.PlaceId, stop);

    private async Task<bool> Find(string slug, CancellationToken stop)
    {
        if (await find.Handle((await here.RequirePlace(stop)).Id, slug, stop) is not { } group)
        {
            return false;
        }

        Group = group;
        var rows = await (
            from note in db.Set<Note>().AsNoTracking()
            where note.OrganisationId == Group.Id && note.PlaceId == Group.PlaceId
            join person in db.Set<Person>().AsNoTracking() on note.AuthorId equals person.Id into people
            from person in people.DefaultIfEmpty()
            orderby note.WrittenAt, note.Id
            select new { note, person }).ToListAsync(stop);
        var now = clock.GetUtcNow();
        var lines = rows.ConvertAll(row => new Line(row.note, row.person?.ShownName, row.note.MayCorrect(Me, now), []));
        var added = lines.ToLookup(line => line.Note.AddsTo);
        var known = lines.Select(line => (Guid?)line.Note.Id).ToHashSet();
        Lines = [.. lines.Where(line => line.Note.AddsTo is null || !known.Contains(line.Note.AddsTo)).Reverse().Select(line => line with { Added = [.. added[line.Note.Id]] })];
        return true;
    }
}
