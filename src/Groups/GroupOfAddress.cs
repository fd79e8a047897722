using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Data;

namespace Trellis.Groups;

/// <summary>The group that an address under /groups/ is about.</summary>
internal sealed class GroupOfAddress(Db db) : IScopeOfAddress
{
    public async Task<Guid?> Find(HttpContext context, Guid placeId, CancellationToken stop)
    {
        if (!context.Request.Path.StartsWithSegments("/groups") || context.GetRouteValue("slug") is not string slug)
        {
            return null;
        }

        return await db.Organisations(placeId).Where(group => group.Slug == slug && group.MergedIntoId == null).Select(group => (Guid?)group.Id).FirstOrDefaultAsync(stop);
    }
}
