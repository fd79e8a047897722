using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Lists;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Groups.Tags;

/// <summary>Makes one tag of two: whatever has the first has the second from now on, and the first is gone.</summary>
internal sealed class MergeTags(Db db, SaveTags save)
{
    public async Task<Result<Guid>> Handle(PlaceTag tag, Guid? intoId, CancellationToken stop)
    {
        if (await db.Set<PlaceTag>().FirstOrDefaultAsync(one => one.Id == intoId && one.PlaceId == tag.PlaceId && one.Id != tag.Id, stop) is not { } into)
        {
            return new Problem("Into", "Choose the tag that is to stay.");
        }

        var have = (await db.Set<Tagging>().Where(put => put.TagId == into.Id).Select(put => put.OrganisationId).ToListAsync(stop)).ToHashSet();
        foreach (var put in await db.Set<Tagging>().Where(put => put.TagId == tag.Id).ToListAsync(stop))
        {
            if (have.Add(put.OrganisationId))
            {
                put.TagId = into.Id;
            }
            else
            {
                db.Remove(put);
            }
        }

        db.Remove(tag);
        await KeepListsTrue.Handle(db, tag.PlaceId, (tag.Facet, tag.Name), (into.Facet, into.Name), stop);
        try
        {
            await save.Handle(stop);
            return into.Id;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return new Problem("Into", "Somebody has put one of these tags on a group just now. Try again.");
        }
    }
}
