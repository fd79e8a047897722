using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;

namespace Trellis.Support.Events.Attending;

/// <summary>Takes from somebody who came, by the link in their mail, how useful it was.</summary>
internal sealed class SayUsefulness(Db db, OneTimeLinks links)
{
    private const int Longest = 300;

    /// <summary>Null where the link works no longer.</summary>
    public async Task<Booking?> Look(Guid placeId, string? key, CancellationToken stop) =>
        await links.Find(key, LinkPurpose.SayUsefulness, stop) is { SubjectId: { } id } link && link.PlaceId == placeId
            ? await db.Bookings(placeId).FirstOrDefaultAsync(one => one.Id == id, stop)
            : null;

    public async Task<Result<Guid>> Handle(Guid placeId, string? key, string? useful, string? why, CancellationToken stop)
    {
        if (await Look(placeId, key, stop) is not { } booking || await links.Find(key, LinkPurpose.SayUsefulness, stop) is not { } link)
        {
            return new Problem("", "This link has been used, or is too old.");
        }

        var problems = new List<Problem>();
        if (!int.TryParse(useful, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 5)
        {
            problems.Add(new("Useful", "Choose how useful it was."));
        }

        var text = ShortText.Read("Why", "This", why, Longest, problems);
        if (problems.Count > 0)
        {
            return problems.ToArray();
        }

        links.Use(link);
        (booking.Usefulness, booking.UsefulnessWhy) = (number, text);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Problem("", "You have answered in another window.");
        }

        return booking.Id;
    }
}
