using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Support.Log;

namespace Trellis.Support.Events.Attending;

/// <summary>Attendance of training is recorded once: of each session to which somebody of a group came there is one entry in the support log, about all those groups, and never one of the hand.</summary>
internal sealed class CountAsSupport(Db db)
{
    /// <summary>Puts the entry of a session right after who came, or of which group they are, has changed and was saved.</summary>
    public async Task Handle(OneAtATime.Desk desk, EventSession session, Guid worker, CancellationToken stop)
    {
        var groups = await (
            from attendance in db.Set<Attendance>()
            join booking in db.Set<Booking>() on attendance.BookingId equals booking.Id
            where attendance.SessionId == session.Id && attendance.Came && booking.OrganisationId != null
            select booking.OrganisationId!.Value).Distinct().ToListAsync(stop);
        var entry = session.EntryId is { } id ? await db.SupportEntries(desk.Event.PlaceId).FirstOrDefaultAsync(one => one.Id == id, stop) : null;
        if (groups.Count == 0 || desk.Event.Kind != EventKind.Training)
        {
            session.EntryId = null;
            if (entry is not null)
            {
                db.Remove(entry);
            }

            return;
        }

        entry ??= db.Add(Entry(desk, session, worker)).Entity;
        session.EntryId = entry.Id;
        var stands = await db.Set<EntryGroup>().Where(one => one.EntryId == entry.Id).ToListAsync(stop);
        db.RemoveRange(stands.Where(one => !groups.Contains(one.OrganisationId)));
        db.AddRange(groups.Except(stands.Select(one => one.OrganisationId)).Select(group => new EntryGroup { EntryId = entry.Id, OrganisationId = group }));
    }

    private static SupportEntry Entry(OneAtATime.Desk desk, EventSession session, Guid worker) => new()
    {
        Id = Guid.CreateVersion7(desk.Now),
        PlaceId = desk.Event.PlaceId,
        OnDay = LocalTime.Day(session.StartsAt),
        Minutes = session.Minutes,
        Way = Way.Training,
        TopicId = desk.Event.TopicId,
        WorkerId = worker,
        Done = $"Came to {desk.Event.Title}",
        IsShared = true,
        WrittenAt = desk.Now,
    };
}
