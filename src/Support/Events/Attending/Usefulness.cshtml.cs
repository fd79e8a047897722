using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Support.Events.Attending;

/// <summary>Where the mail after an event leads: five answers to choose from, and a sentence.</summary>
[AllowAnonymous]
internal sealed class UsefulnessModel(Here here, Db db, SayUsefulness say) : PageModel
{
    public sealed class Answers
    {
        public string? Useful { get; set; }

        public string? Why { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    /// <summary>Null where the link works no longer.</summary>
    public Event? Event { get; private set; }

    public bool IsSaid { get; private set; }

    public async Task<IActionResult> OnGet(CancellationToken stop) => await Find(stop) ? Page() : Ended();

    public async Task<IActionResult> OnPost(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (!await Find(stop))
        {
            return Ended();
        }

        var said = await say.Handle(place.Id, Key, Form.Useful, Form.Why, stop);
        IsSaid = said.Succeeded;
        return said.Succeeded ? Page() : this.Again(said);
    }

    private async Task<bool> Find(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        Event = await say.Look(place.Id, Key, stop) is { } booking ? await db.Events(place.Id).AsNoTracking().FirstAsync(one => one.Id == booking.EventId, stop) : null;
        return Event is not null;
    }

    private PageResult Ended()
    {
        var page = Page();
        page.StatusCode = StatusCodes.Status410Gone;
        return page;
    }
}
