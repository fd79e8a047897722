using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Support.Events.Bookings;

namespace Trellis.Support.Events.Attending;

/// <summary>Says of which group of the directory somebody is who booked; where they came, the group's help is put right.</summary>
internal sealed class JoinGroup(Db db, OneAtATime turns, CountAsSupport count)
{
    private static readonly Problem NotFound = new("Group", "No group, or more than one, has this name. Open the group's page and paste its address here.");

    /// <summary>Null where the place has no such booking.</summary>
    public async Task<Result<Guid>?> Handle(Guid placeId, Guid bookingId, string? typed, Guid worker, CancellationToken stop)
    {
        if (await db.Bookings(placeId).AsNoTracking().FirstOrDefaultAsync(one => one.Id == bookingId, stop) is not { } known)
        {
            return null;
        }

        var name = FreeText.Line(typed);
        var group = name is null ? null : await GroupNamed.Find(db, placeId, name, stop);
        if (name is not null && group is null)
        {
            return (Result<Guid>)NotFound;
        }

        return await turns.Do<Guid>(placeId, known.EventId, async desk =>
        {
            var booking = await db.Set<Booking>().FirstAsync(one => one.Id == bookingId, stop);
            booking.OrganisationId = group;
            await db.SaveChangesAsync(stop);
            foreach (var session in desk.Sessions)
            {
                await count.Handle(desk, session, worker, stop);
            }

            return booking.Id;
        }, stop);
    }
}
