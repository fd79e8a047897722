using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Support.Topics;

namespace Trellis.Support.Events.Counting;

/// <summary>The events that have begun and were not cancelled, by the day of their first session.</summary>
internal sealed class HeldEvents(Db db, TimeProvider clock)
{
    public sealed record Held(Guid Id, string Title, EventKind Kind, string Topic, DateOnly On);

    public async Task<IReadOnlyDictionary<Guid, Held>> Read(Guid placeId, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var (since, until, now) = (LocalTime.Start(first), LocalTime.Start(last.AddDays(1)), clock.GetUtcNow());
        var rows = await (
            from one in db.Events(placeId).AsNoTracking()
            join topic in db.Set<Topic>() on one.TopicId equals topic.Id
            let starts = db.Set<EventSession>().Where(session => session.EventId == one.Id).Min(session => session.StartsAt)
            where one.CancelledAt == null && starts >= since && starts < until && starts <= now
            select new { one.Id, one.Title, one.Kind, Topic = topic.Name, Starts = starts }).ToListAsync(stop);
        return rows.ToDictionary(row => row.Id, row => new Held(row.Id, row.Title, row.Kind, row.Topic, LocalTime.Day(row.Starts)));
    }
}
