using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Lists;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Groups.Tags;

/// <summary>Gives a tag another name, or makes it public or the staff's alone; the groups keep it.</summary>
internal sealed class RenameTag(Db db, SaveTags save)
{
    public async Task<Result<Guid>> Handle(PlaceTag tag, string? called, bool isPublic, CancellationToken stop)
    {
        var name = await TagName.Read(db, tag.PlaceId, called, tag.Id, stop);
        if (!name.Succeeded)
        {
            return name.Problems.ToArray();
        }

        var before = (tag.Facet, tag.Name);
        (tag.Name, tag.IsPublic) = (name.Value, isPublic);
        await KeepListsTrue.Handle(db, tag.PlaceId, before, (tag.Facet, tag.Name), stop);
        try
        {
            await save.Handle(stop);
            return tag.Id;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return new Problem("Called", "Somebody else has changed the tags just now. Look at them again.");
        }
    }
}
