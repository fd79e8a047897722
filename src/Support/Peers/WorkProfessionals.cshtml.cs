using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;
using Trellis.Support.Plans;
using Trellis.Support.Topics;

namespace Trellis.Support.Peers;

/// <summary>People who give their profession to groups of the place.</summary>
[Requires(PeerServices.KeepProfessionalsRule)]
internal sealed class WorkProfessionalsModel(Here here, Db db, KeepProfessionals keep, TopicTree topics) : PageModel
{
    [BindProperty]
    public KeepProfessionals.Form Form { get; set; } = new();

    public IReadOnlyList<Professional> People { get; private set; } = [];

    public IReadOnlyList<Choice> Topics { get; private set; } = [];

    public async Task OnGet(CancellationToken stop) => await Read(stop);

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var added = await keep.Add((await here.RequirePlace(stop)).Id, Form, stop);
        await Read(stop);
        return added.Succeeded ? LocalRedirect("/work/professionals") : this.Again(added);
    }

    public async Task<IActionResult> OnPostRemove(Guid person, CancellationToken stop) =>
        await keep.Remove((await here.RequirePlace(stop)).Id, person, stop) ? LocalRedirect("/work/professionals") : NotFound();

    private async Task Read(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        People = await db.Professionals(place.Id).AsNoTracking().OrderBy(one => one.Name).ThenBy(one => one.Id).ToListAsync(stop);
        Topics = TopicChoices.Of(await topics.Offered(place.Id, stop));
    }
}
