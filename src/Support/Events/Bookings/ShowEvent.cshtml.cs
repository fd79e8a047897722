using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;
using Trellis.Support.Events.Planning;

namespace Trellis.Support.Events.Bookings;

/// <summary>An event for everybody, with the form to book a place.</summary>
[AllowAnonymous]
internal sealed class ShowEventModel(Here here, Db db, ListEvents list, BookPlace book, TimeProvider clock) : PageModel
{
    [BindProperty]
    public BookingAnswers Form { get; set; } = new();

    [BindProperty]
    public Guid Ticket { get; set; }

    public ListEvents.Line Line { get; private set; } = null!;

    public IReadOnlyList<EventPrice> Prices { get; private set; } = [];

    /// <summary>Why nobody can book now; null where they can.</summary>
    public string? WhyNot => BookingTime.WhyNot(Line.Event, Line.Sessions, clock.GetUtcNow());

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        Ticket = Guid.CreateVersion7();
        return await Find(slug, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop))
        {
            return NotFound();
        }

        if (!string.IsNullOrEmpty(Form.Website))
        {
            return LocalRedirect($"/events/{slug}/booked"); // a program that fills in every form
        }

        var booked = await book.Handle(new(Line.Event.PlaceId, Line.Event.Id, Ticket, Form, HttpContext.Network()), stop);
        if (booked is { Succeeded: true, Value: var done })
        {
            return LocalRedirect($"/events/{slug}/booked{(done.WasThere ? "" : done.State == BookingState.Booked ? "?as=place" : "?as=waiting")}");
        }

        return booked is null ? NotFound() : this.Again(booked);
    }

    private async Task<bool> Find(string slug, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        if (await db.Events(place.Id).AsNoTracking().FirstOrDefaultAsync(one => one.Slug == slug, stop) is not { } found)
        {
            return false;
        }

        Line = (await list.With([found], stop))[0];
        Prices = await db.Set<EventPrice>().AsNoTracking().Where(one => one.EventId == found.Id).ToListAsync(stop);
        return true;
    }
}
