using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Data;

namespace Trellis.Groups.Editing;

/// <summary>The group at an address.</summary>
internal sealed class FindGroup(Db db)
{
    /// <summary>Null where the place has none there, or it has become part of another.</summary>
    public Task<Organisation?> Handle(Guid placeId, string slug, CancellationToken stop) =>
        db.Organisations(placeId).AsNoTracking().FirstOrDefaultAsync(one => one.Slug == slug && one.MergedIntoId == null, stop);
}
