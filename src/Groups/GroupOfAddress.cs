using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Data;

namespace Trellis.Groups;

/// <summary>An address under /groups/{slug} is about that organisation: roles held in it count there.</summary>
internal sealed class GroupOfAddress(Db db) : IScopeOfAddress
{
    public async Task<Guid?> Find(HttpContext context, Guid placeId, CancellationToken stop) =>
        context.Request.Path.StartsWithSegments("/groups") && context.GetRouteValue("slug") is string slug
            ? await db.Organisations(placeId).Where(one => one.Slug == slug && one.MergedIntoId == null).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(stop)
            : null;
}
