using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Reports.Stories;

/// <summary>The stories of the place's groups, each with the consent to show it.</summary>
[Requires(ReportsRules.KeepStories)]
internal sealed class WorkStoriesModel(Here here, Db db, Acting acting, KeepStory keep) : PageModel
{
    [BindProperty]
    public StoryForm Form { get; set; } = new();

    public IReadOnlyList<(Story Story, string Group, string Slug)> Stories { get; private set; } = [];

    public Task OnGet(CancellationToken stop) => Read(stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var done = await keep.Handle((await here.RequirePlace(stop)).Id, acting.RequirePerson().PersonId, Form, stop);
        await Read(stop);
        return done.Succeeded ? LocalRedirect("/work/stories") : this.Again(done);
    }

    public async Task<IActionResult> OnPostEnd(Guid story, CancellationToken stop)
    {
        if (await db.Stories((await here.RequirePlace(stop)).Id).FirstOrDefaultAsync(one => one.Id == story, stop) is not { } found)
        {
            return NotFound();
        }

        await keep.EndConsent(found, stop);
        return LocalRedirect("/work/stories");
    }

    private async Task Read(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        var rows = await (
            from story in db.Stories(place.Id).AsNoTracking()
            join organisation in db.AllOrganisations(place.Id) on story.OrganisationId equals organisation.Id
            orderby story.WrittenAt descending, story.Id
            select new { story, organisation.Name, organisation.Slug }).Take(500).ToListAsync(stop);
        Stories = rows.ConvertAll(row => (row.story, row.Name, row.Slug));
    }
}
