using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;

namespace Trellis.Support.Enquiries;

/// <summary>One enquiry, and all that can be done with it.</summary>
[Requires(SupportRules.AnswerEnquiries)]
internal sealed class OneEnquiryModel(Here here, Acting acting, Db db, ReadEnquiries read, MoveEnquiry move, PublicAddress address) : PageModel
{
    public sealed class Answers
    {
        public string? To { get; set; }

        public string? Note { get; set; }

        public string? State { get; set; }

        public string? DueOn { get; set; }

        public string? RemindOn { get; set; }

        public string? Outcome { get; set; }

        public Guid? Into { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    /// <summary>What was tried and would not do, as in HandOver; empty where nothing was.</summary>
    public string Tried => Request.Query["handler"].ToString();

    public EnquiryLine Line { get; private set; } = null!;

    public IReadOnlyList<(EnquiryNote Note, string? Author)> Notes { get; private set; } = [];

    public IReadOnlyList<Choice> Workers { get; private set; } = [];

    public IReadOnlyList<EnquiryLine> Others { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid enquiry, CancellationToken stop) => await Show(enquiry, stop) ? Page() : NotFound();

    public Task<IActionResult> OnPostTake(Guid enquiry, CancellationToken stop) => Do(enquiry, one => move.Take(one, Me, stop), stop);

    public Task<IActionResult> OnPostHandOver(Guid enquiry, CancellationToken stop) => Do(enquiry, async one =>
    {
        var to = (await read.Workers(one.PlaceId, stop)).Find(person => person.Id.ToString() == Form.To);
        return await move.HandOver(one, Me, to, Form.Note, stop);
    }, stop);

    public Task<IActionResult> OnPostSet(Guid enquiry, CancellationToken stop) => Do(enquiry, one => move.Set(one, Form.State, Form.DueOn, Form.RemindOn, stop), stop);

    public Task<IActionResult> OnPostFinish(Guid enquiry, bool answered, CancellationToken stop) => Do(enquiry, one => move.Finish(one, answered, Form.Outcome, address.For(Request), stop), stop);

    public Task<IActionResult> OnPostReopen(Guid enquiry, CancellationToken stop) => Do(enquiry, one => move.Reopen(one, Me, Form.Note, stop), stop);

    public Task<IActionResult> OnPostMerge(Guid enquiry, CancellationToken stop) => Do(enquiry, one => move.Merge(one, Me, Form.Into, stop), stop);

    private Guid Me => acting.RequirePerson().PersonId;

    private async Task<IActionResult> Do(Guid id, Func<Enquiry, Task<Result<Guid>>> work, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await db.Enquiries(place.Id).FirstOrDefaultAsync(one => one.Id == id, stop) is not { } enquiry)
        {
            return NotFound();
        }

        var done = await work(enquiry);
        if (done.Succeeded)
        {
            return LocalRedirect("/work/enquiries/" + id);
        }

        await Show(id, stop);
        return this.Again(done);
    }

    private async Task<bool> Show(Guid id, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await read.One(place.Id, id, stop) is not { } line)
        {
            return false;
        }

        Line = line;
        var notes = await (
            from note in db.Set<EnquiryNote>().AsNoTracking()
            where note.EnquiryId == id
            join person in db.Set<Person>() on note.AuthorId equals (Guid?)person.Id into people
            from person in people.DefaultIfEmpty()
            orderby note.WrittenAt, note.Id
            select new { note, person }).ToListAsync(stop);
        Notes = notes.ConvertAll(one => (one.note, one.person?.ShownName));
        Workers = [.. (await read.Workers(place.Id, stop)).Select(person => new Choice(person.Id.ToString(), person.ShownName))];
        Others = [.. (await read.In(place.Id, Inbox.All, Me, stop)).Where(other => other.Enquiry.Id != id)];
        if (!HttpContext.Request.HasFormContentType)
        {
            Form = new() { State = line.Enquiry.State.ToString(), DueOn = line.Enquiry.DueOn?.ToString("d MMMM yyyy"), RemindOn = line.Enquiry.RemindOn?.ToString("d MMMM yyyy"), Outcome = line.Enquiry.Outcome };
        }

        return true;
    }
}
