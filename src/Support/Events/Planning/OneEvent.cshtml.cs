using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Support.Events.Bookings;

namespace Trellis.Support.Events.Planning;

/// <summary>One event as those who run it see it: who has a place, who waits, and what to do.</summary>
[Requires(EventRules.RunEvents)]
internal sealed class OneEventModel(Here here, Db db, ListEvents list, CancelEvent cancel, BookPlace book, TimeProvider clock) : PageModel
{
    public sealed class Answers
    {
        public string? Why { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    /// <summary>Somebody whom a worker books in.</summary>
    [BindProperty]
    public BookingAnswers Add { get; set; } = new();

    [BindProperty]
    public Guid Ticket { get; set; }

    public ListEvents.Line Line { get; private set; } = null!;

    public IReadOnlyList<Booking> Bookings { get; private set; } = [];

    public IReadOnlyList<EventPrice> Prices { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool MayCancel => Line.Event.CancelledAt is null && Line.Sessions[0].StartsAt > Now;

    public async Task<IActionResult> OnGet([FromRoute(Name = "event")] Guid id, CancellationToken stop)
    {
        Ticket = Guid.CreateVersion7();
        return await Find(id, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostCancel([FromRoute(Name = "event")] Guid id, CancellationToken stop)
    {
        if (await cancel.Handle((await here.RequirePlace(stop)).Id, id, Form.Why, stop) is not { } cancelled)
        {
            return NotFound();
        }

        return cancelled.Succeeded ? LocalRedirect("/work/events/" + id) : await Find(id, stop) ? this.Again(cancelled) : NotFound();
    }

    public async Task<IActionResult> OnPostAdd([FromRoute(Name = "event")] Guid id, CancellationToken stop)
    {
        if (await book.Handle(new((await here.RequirePlace(stop)).Id, id, Ticket, Add, "", ByStaff: true), stop) is not { } booked)
        {
            return NotFound();
        }

        return booked.Succeeded ? LocalRedirect($"/work/events/{id}#bookings") : await Find(id, stop) ? this.Again(booked, nameof(Add)) : NotFound();
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await db.Events(place.Id).AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop) is not { } found)
        {
            return false;
        }

        Line = (await list.With([found], stop))[0];
        Bookings = await db.Bookings(place.Id).AsNoTracking().Where(one => one.EventId == id).OrderBy(one => one.Number).ToListAsync(stop);
        Prices = await db.Set<EventPrice>().AsNoTracking().Where(one => one.EventId == id).ToListAsync(stop);
        return true;
    }
}
