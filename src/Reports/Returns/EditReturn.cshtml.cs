using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Reports.Counting;
using Trellis.Reports.Frameworks;
using Trellis.Reports.Stories;

namespace Trellis.Reports.Returns;

/// <summary>Where a manager writes a return, chooses its stories, sends it, and gives out the link to it.</summary>
[Requires(ReportsRules.Make)]
internal sealed class EditReturnModel(Here here, Db db, Acting acting, ReadReturn read, MakeReturn make, PublicAddress address) : PageModel
{
    public sealed class Answers
    {
        public string? Narrative { get; set; }

        /// <summary>Of each figure that is typed in, by its id.</summary>
        public Dictionary<Guid, string?> Typed { get; set; } = [];

        public List<Guid> Stories { get; set; } = [];
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public FunderReturn Return { get; private set; } = null!;

    public Framework Framework { get; private set; } = null!;

    public IReadOnlyList<FrameworkItem> Typed { get; private set; } = [];

    public IReadOnlyList<Story> Offered { get; private set; } = [];

    /// <summary>Shown once, when it is made: we keep no copy.</summary>
    public string? Link { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, CancellationToken stop)
    {
        if (!await Find(id, stop))
        {
            return NotFound();
        }

        Form.Narrative = Return.Narrative;
        Form.Stories = await db.Set<ReturnStory>().Where(one => one.ReturnId == id).Select(one => one.StoryId).ToListAsync(stop);
        var had = await db.Set<TypedFigure>().Where(one => one.ReturnId == id).ToDictionaryAsync(one => one.ItemId, one => one.Value, stop);
        Form.Typed = Typed.ToDictionary(item => item.Id, item => had.TryGetValue(item.Id, out var value) ? FigureText.Field(item.Unit, value) : null);
        return Page();
    }

    public Task<IActionResult> OnPost(Guid id, CancellationToken stop) =>
        Do(id, () => make.Fill(Return, Form.Narrative, Form.Typed, Form.Stories, stop), stop);

    public async Task<IActionResult> OnPostSend(Guid id, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        return await Do(id, () => make.Send(place, Return, acting.RequirePerson().PersonId, stop), stop);
    }

    public async Task<IActionResult> OnPostLink(Guid id, CancellationToken stop)
    {
        if (!await Find(id, stop))
        {
            return NotFound();
        }

        var made = await make.MakeLink(Return, stop);
        if (!made.Succeeded)
        {
            return this.Again(made);
        }

        Link = address.Link(Request, "/return?key=" + made.Value);
        return Page();
    }

    public Task<IActionResult> OnPostEndLink(Guid id, CancellationToken stop) => Do(id, () => make.EndLink(Return, stop), stop);

    private async Task<IActionResult> Do(Guid id, Func<Task<Result<Guid>>> act, CancellationToken stop)
    {
        if (!await Find(id, stop))
        {
            return NotFound();
        }

        var done = await act();
        return done.Succeeded ? LocalRedirect("/work/reports/returns/" + id) : this.Again(done);
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await read.One(place.Id, id, stop) is not { } found)
        {
            return false;
        }

        Return = found;
        Framework = await db.Frameworks(place.Id).AsNoTracking().FirstAsync(one => one.Id == found.FrameworkId, stop);
        Typed = await db.ItemsOf(found.FrameworkId).AsNoTracking().Where(item => item.Indicator == null).ToListAsync(stop);
        Offered = await db.Stories(place.Id).AsNoTracking().Where(story => story.ConsentEndedAt == null).OrderByDescending(story => story.WrittenAt).Take(200).ToListAsync(stop);
        return true;
    }
}
