using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Support.Events.Bookings;
using Trellis.Support.Events.Letters;
using Trellis.Support.Topics;

namespace Trellis.Support.Events.Planning;

/// <summary>Changes an event. Whoever has booked is told where time or place change, and who waits moves up where there are more places.</summary>
internal sealed class ChangeEvent(Db db, OneAtATime turns, TopicTree topics, EventLetters letters, MoveUp moveUp)
{
    /// <summary>Null where the place has no such event.</summary>
    public async Task<Result<Guid>?> Handle(Guid placeId, Guid eventId, EventForm form, CancellationToken stop)
    {
        var offered = (await topics.All(placeId, stop)).Select(topic => topic.Id).ToList();
        return await turns.Do<Guid>(placeId, eventId, async desk =>
        {
            var read = ReadEvent.From(form, offered, desk.Sessions.ToList(), desk.Now);
            var why = !read.Succeeded ? [.. read.Problems] : await Stops(desk, form, read.Value, stop);
            if (why.Length > 0)
            {
                return why;
            }

            await Change(desk, read.Value, stop);
            return desk.Event.Id;
        }, stop);
    }

    /// <summary>What is the same for a new event and a changed one.</summary>
    public static void Fill(Event of, ReadEvent read)
    {
        (of.Title, of.Kind, of.ForWhom, of.About, of.TopicId) = (read.Title, read.Kind, read.ForWhom, read.About, read.Topic);
        (of.Venue, of.OnlineLink, of.Access, of.Trainer) = (read.Venue, read.OnlineLink, read.Access, read.Trainer);
        (of.PricePence, of.Questions, of.BookingOpensAt, of.BookingClosesAt) = (read.PricePence, read.Questions, read.Opens, read.Closes);
    }

    private async Task<Problem[]> Stops(OneAtATime.Desk desk, EventForm form, ReadEvent read, CancellationToken stop)
    {
        if (form.Version != desk.Event.Version)
        {
            return [new("", "Somebody else has changed this event meanwhile. Open it again to see what they changed.")];
        }

        if (desk.Event.CancelledAt is not null)
        {
            return [new("", "This event was cancelled and cannot be changed. Plan a new one.")];
        }

        if (read.Places < desk.Seats.Taken)
        {
            return [new("Places", $"{desk.Seats.Taken} people have a place already. Enter at least {desk.Seats.Taken}, or take somebody off first.")];
        }

        var kept = read.Sessions.Select(one => one.Id).ToHashSet();
        var gone = desk.Sessions.Where(one => !kept.Contains(one.Id)).Select(one => one.Id).ToList();
        return await db.Set<Attendance>().AnyAsync(one => gone.Contains(one.SessionId), stop)
            ? [new("Sessions[0].Day", "It is marked who came to a session that you take out. Leave it in.")]
            : [];
    }

    private async Task Change(OneAtATime.Desk desk, ReadEvent read, CancellationToken stop)
    {
        var (venue, link) = (desk.Event.Venue, desk.Event.OnlineLink);
        Fill(desk.Event, read);
        desk.Seats.Places = read.Places;
        var moved = Move(desk, read) || venue != read.Venue || link != read.OnlineLink;
        db.RemoveRange(await db.Set<EventPrice>().Where(one => one.EventId == desk.Event.Id).ToListAsync(stop));
        await db.SaveChangesAsync(stop);
        db.AddRange(read.Prices.Select(one => new EventPrice { EventId = desk.Event.Id, SizeBand = one.Key, Pence = one.Value }));
        var now = desk with { Sessions = await db.Set<EventSession>().Where(one => one.EventId == desk.Event.Id).OrderBy(one => one.StartsAt).ToListAsync(stop) };
        if (moved)
        {
            desk.Event.Changes++;
            await Tell(now, stop);
        }

        await moveUp.Handle(now, stop);
    }

    /// <summary>Whether any session is now at another time.</summary>
    private bool Move(OneAtATime.Desk desk, ReadEvent read)
    {
        var moved = false;
        foreach (var session in desk.Sessions)
        {
            var now = read.Sessions.FirstOrDefault(one => one.Id == session.Id);
            moved |= now is null || now.StartsAt != session.StartsAt || now.EndsAt != session.EndsAt;
            if (now is null)
            {
                db.Remove(session);
            }
            else
            {
                (session.StartsAt, session.EndsAt) = (now.StartsAt, now.EndsAt);
            }
        }

        foreach (var more in read.Sessions.Where(one => desk.Sessions.All(session => session.Id != one.Id)))
        {
            db.Add(new EventSession { Id = Guid.CreateVersion7(desk.Now), EventId = desk.Event.Id, StartsAt = more.StartsAt, EndsAt = more.EndsAt });
            moved = true;
        }

        return moved;
    }

    private async Task Tell(OneAtATime.Desk desk, CancellationToken stop)
    {
        if (desk.Sessions[^1].EndsAt <= desk.Now)
        {
            return; // nobody needs to know any more
        }

        foreach (var booking in await db.Set<Booking>().Where(one => one.EventId == desk.Event.Id && one.LeftAt == null).OrderBy(one => one.Number).ToListAsync(stop))
        {
            await letters.Queue(desk, booking, EventTexts.Changed, stop);
        }
    }
}
