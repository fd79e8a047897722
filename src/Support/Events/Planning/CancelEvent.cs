using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Support.Events.Letters;

namespace Trellis.Support.Events.Planning;

/// <summary>Cancels an event and tells everybody who has a place or waits for one, once.</summary>
internal sealed class CancelEvent(Db db, OneAtATime turns, EventLetters letters)
{
    private const int Longest = 1_000;

    /// <summary>How many were told. Null where the place has no such event.</summary>
    public async Task<Result<int>?> Handle(Guid placeId, Guid eventId, string? why, CancellationToken stop) => await turns.Do<int>(placeId, eventId, async desk =>
    {
        if (desk.Event.CancelledAt is not null)
        {
            return new Problem("", "This event was cancelled already, and everybody was told.");
        }

        if (FreeText.Tidy(why) is not { Length: <= Longest } text)
        {
            return new Problem("Why", $"Say why, in at most {Longest:N0} letters. Those who booked read it.");
        }

        if (desk.Sessions.Count > 0 && desk.Sessions[0].StartsAt <= desk.Now)
        {
            return new Problem("", "The event has begun and cannot be cancelled any more.");
        }

        (desk.Event.CancelledAt, desk.Event.CancelledWhy) = (desk.Now, text);
        desk.Event.Changes++;
        var told = await db.Set<Booking>().Where(one => one.EventId == desk.Event.Id && one.LeftAt == null).OrderBy(one => one.Number).ToListAsync(stop);
        foreach (var booking in told)
        {
            await letters.Queue(desk, booking, EventTexts.Cancelled, stop);
        }

        return told.Count;
    }, stop);
}
