using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Support.Topics;

namespace Trellis.Support.Events.Planning;

/// <summary>Puts a new event into the calendar of the place.</summary>
internal sealed class PlanEvent(Db db, TopicTree topics, TimeProvider clock)
{
    /// <summary>The new event's id.</summary>
    /// <param name="ticket">Given with the empty form: whoever presses twice has planned one event.</param>
    public async Task<Result<Guid>> Handle(Guid placeId, Guid worker, Guid ticket, EventForm form, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var offered = await topics.Offered(placeId, stop);
        var read = ReadEvent.From(form, [.. offered.Select(topic => topic.Id)], [], now);
        if (!read.Succeeded)
        {
            return read.Problems.ToArray();
        }

        var id = ticket == Guid.Empty ? Guid.CreateVersion7(now) : ticket;
        if (await db.Events(placeId).AnyAsync(one => one.Id == id, stop))
        {
            return id;
        }

        Add(placeId, worker, id, read.Value, await FreeSlug(placeId, read.Value, stop), now);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (!await db.Events(placeId).AnyAsync(one => one.Id == id, stop))
            {
                return new Problem("", "Somebody planned an event of this title and day at this moment. Press again.");
            }
        }

        return id;
    }

    private void Add(Guid placeId, Guid worker, Guid id, ReadEvent read, string slug, DateTimeOffset now)
    {
        var made = new Event { Id = id, PlaceId = placeId, Slug = slug, Title = read.Title, Kind = read.Kind, TopicId = read.Topic, PricePence = read.PricePence, PlannedAt = now, PlannedBy = worker };
        ChangeEvent.Fill(made, read);
        db.Add(made);
        db.Add(new Seats { EventId = id, Places = read.Places });
        db.AddRange(read.Sessions.Select(one => new EventSession { Id = Guid.CreateVersion7(now), EventId = id, StartsAt = one.StartsAt, EndsAt = one.EndsAt }));
        db.AddRange(read.Prices.Select(one => new EventPrice { EventId = id, SizeBand = one.Key, Pence = one.Value }));
    }

    private async Task<string> FreeSlug(Guid placeId, ReadEvent read, CancellationToken stop)
    {
        var stem = $"{Slug.From(read.Title)}-{LocalTime.Day(read.Sessions[0].StartsAt):yyyy-MM-dd}".TrimStart('-');
        var taken = await db.Events(placeId).Where(one => EF.Functions.Like(one.Slug, stem + "%")).Select(one => one.Slug).ToListAsync(stop);
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? stem : $"{stem}-{number}").First(slug => !taken.Contains(slug));
    }
}
