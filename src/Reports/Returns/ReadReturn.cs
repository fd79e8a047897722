using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Reports.Stories;

namespace Trellis.Reports.Returns;

/// <summary>A return as it is to be shown: as it was sent, or as it stands now.</summary>
internal sealed class ReadReturn(Db db, ComputeReturn compute)
{
    public Task<FunderReturn?> One(Guid placeId, Guid id, CancellationToken stop) => db.Returns(placeId).FirstOrDefaultAsync(one => one.Id == id, stop);

    /// <summary>The one whose link has this secret; null where the link is unknown or was ended.</summary>
    public async Task<FunderReturn?> ByKey(Guid placeId, string? key, CancellationToken stop)
    {
        if (key is not { Length: > 0 and < 100 })
        {
            return null;
        }

        var hash = Secret.Hash(key);
        return await db.Returns(placeId).FirstOrDefaultAsync(one => one.LinkHash == hash && one.SentAt != null, stop);
    }

    public async Task<ReturnBody> Body(Place place, FunderReturn made, CancellationToken stop)
    {
        if (made.SentAt is null)
        {
            return await compute.Handle(place, made, stop);
        }

        var body = ReturnBody.Read(await db.Set<Frozen>().Where(one => one.ReturnId == made.Id).Select(one => one.Body).SingleAsync(stop));
        var ids = body.Stories.Select(story => story.Id).ToList();
        var agreed = await db.Set<Story>().Where(story => ids.Contains(story.Id) && story.ConsentEndedAt == null).Select(story => story.Id).ToListAsync(stop);
        return body with { Stories = [.. body.Stories.Where(story => agreed.Contains(story.Id))] }; // a group may take its consent back, whatever was sent
    }
}
