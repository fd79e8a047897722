using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Support.Events.Bookings;

/// <summary>The group of the directory that somebody means: by its whole name, or the end of its page's address. Not by a part: a worker can say which it is.</summary>
internal static class GroupNamed
{
    public static async Task<Guid?> Find(Db db, Guid placeId, string typed, CancellationToken stop)
    {
        var (asName, asAddress) = (Slug.From(typed), typed.Split('/')[^1].ToLowerInvariant());
        var found = await db.ListedOrganisations(placeId).Where(one => one.Name == typed || one.Slug == asName || one.Slug == asAddress).Select(one => one.Id).Take(2).ToListAsync(stop);
        return found is [var only] ? only : null;
    }
}
