using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Platform.Web.Components;
using Trellis.Support.Topics;

namespace Trellis.Support.Events.Planning;

/// <summary>Where a worker changes an event.</summary>
[Requires(EventRules.RunEvents)]
internal sealed class ChangePageModel(Here here, Db db, ChangeEvent change, TopicTree topics) : PageModel
{
    [BindProperty]
    public EventForm Form { get; set; } = new();

    public Event Event { get; private set; } = null!;

    public IReadOnlyList<Choice> Topics { get; private set; } = [];

    public async Task<IActionResult> OnGet([FromRoute(Name = "event")] Guid id, CancellationToken stop)
    {
        if (!await Find(id, stop))
        {
            return NotFound();
        }

        var prices = await db.Set<EventPrice>().AsNoTracking().Where(one => one.EventId == id).ToListAsync(stop);
        Form = EventForm.Of(Event, await db.SessionsOf(id, stop), prices, await db.Set<Seats>().AsNoTracking().FirstAsync(one => one.EventId == id, stop));
        return Page();
    }

    public async Task<IActionResult> OnPost([FromRoute(Name = "event")] Guid id, CancellationToken stop)
    {
        if (await change.Handle((await here.RequirePlace(stop)).Id, id, Form, stop) is not { } changed)
        {
            return NotFound();
        }

        if (changed.Succeeded)
        {
            return LocalRedirect("/work/events/" + id);
        }

        return await Find(id, stop) ? this.Again(changed) : NotFound();
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await db.Events(place.Id).AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop) is not { } found)
        {
            return false;
        }

        (Event, Topics) = (found, TopicChoices.Of([.. (await topics.All(place.Id, stop)).Where(topic => topic.RetiredAt is null || topic.Id == found.TopicId)]));
        Form.Padded();
        return true;
    }
}
