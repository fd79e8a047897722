using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Support.Events.Letters;

namespace Trellis.Support.Events.Bookings;

/// <summary>Gives somebody a place at an event, or the next number of its waiting list: never more places than there are, and nobody twice.</summary>
internal sealed class BookPlace(Db db, OneAtATime turns, Rates rates, EventLetters letters)
{
    private const int MostFromANetwork = 300;
    private const int MostToAnAddress = 10;
    private static readonly TimeSpan Within = TimeSpan.FromHours(1);

    /// <param name="Ticket">Given with the empty form: whoever presses twice has booked once.</param>
    /// <param name="ByStaff">A worker books for somebody: whenever, and without counting tries.</param>
    public sealed record Form(Guid PlaceId, Guid EventId, Guid Ticket, BookingAnswers Answers, string Network, bool ByStaff = false);

    /// <summary>How it ended. Somebody who was booked before is told no more than that a mail says it.</summary>
    public sealed record Done(BookingState State, bool WasThere);

    /// <summary>Null where the place has no such event.</summary>
    public async Task<Result<Done>?> Handle(Form form, CancellationToken stop)
    {
        if (await db.Events(form.PlaceId).AsNoTracking().FirstOrDefaultAsync(one => one.Id == form.EventId, stop) is not { } of)
        {
            return null;
        }

        var read = ReadBooking.From(form.Answers, of, await db.Set<EventPrice>().AsNoTracking().Where(one => one.EventId == of.Id).ToListAsync(stop));
        if (!read.Succeeded)
        {
            return read.Problems.ToArray();
        }

        if (!form.ByStaff && (!await rates.Allow("book-from:" + form.Network, MostFromANetwork, Within, stop) || !await rates.Allow("book-to:" + read.Value.Email, MostToAnAddress, Within, stop)))
        {
            return new Problem("", "That was a lot in a short time. Please come back in an hour; nothing you sent before is lost.");
        }

        return await turns.Do<Done>(form.PlaceId, form.EventId, desk => Take(desk, form, read.Value, stop), stop);
    }

    private async Task<Result<Done>> Take(OneAtATime.Desk desk, Form form, ReadBooking who, CancellationToken stop)
    {
        if (await db.Set<Booking>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == form.Ticket && one.EventId == form.EventId, stop) is { } same)
        {
            return new Done(same.State, false); // the second press of the same form
        }

        if (await db.Set<Booking>().AnyAsync(one => one.EventId == form.EventId && one.Email == who.Email && one.SameAs == Booking.Compared(who.Name) && one.LeftAt == null, stop))
        {
            return new Done(BookingState.Booked, true);
        }

        if (BookingTime.WhyNot(desk.Event, desk.Sessions, desk.Now, form.ByStaff) is { } why)
        {
            return new Problem("", why);
        }

        var (number, hasPlace) = desk.Seats.Arrive();
        var booking = new Booking
        {
            Id = form.Ticket == Guid.Empty || await db.Set<Booking>().AnyAsync(one => one.Id == form.Ticket, stop) ? Guid.CreateVersion7(desk.Now) : form.Ticket,
            PlaceId = form.PlaceId,
            EventId = form.EventId,
            Number = number,
            Name = who.Name,
            SameAs = Booking.Compared(who.Name),
            Email = who.Email,
            GroupName = who.Group,
            OrganisationId = who.Group is { } group ? await GroupNamed.Find(db, form.PlaceId, group, stop) : null,
            SizeBand = who.SizeBand,
            PricePence = who.PricePence,
            Answers = who.Answers,
            State = hasPlace ? BookingState.Booked : BookingState.Waiting,
            BookedAt = desk.Now,
        };
        db.Add(booking);
        await letters.Queue(desk, booking, hasPlace ? BookingTexts.HasPlace : BookingTexts.Waits, stop);
        return new Done(booking.State, false);
    }
}
