using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Groups.Tags;

/// <summary>Adds a word to the place's vocabulary.</summary>
internal sealed class AddTag(Db db, SaveTags save)
{
    public async Task<Result<Guid>> Handle(Guid placeId, string? called, bool isPublic, CancellationToken stop)
    {
        var name = await TagName.Read(db, placeId, called, null, stop);
        if (!name.Succeeded)
        {
            return name.Problems.ToArray();
        }

        var tag = db.Add(new PlaceTag { Id = Guid.CreateVersion7(), PlaceId = placeId, Name = name.Value, IsPublic = isPublic }).Entity;
        try
        {
            await save.Handle(stop);
            return tag.Id;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return new Problem("Called", "Somebody has added this tag just now.");
        }
    }
}
