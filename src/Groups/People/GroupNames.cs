using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Data;

namespace Trellis.Groups.People;

/// <summary>What the organisations in which people hold roles are called.</summary>
internal sealed class GroupNames(Db db) : IScopeNames
{
    public async Task<IReadOnlyList<ScopeName>> Of(Guid placeId, IReadOnlyCollection<Guid> ids, CancellationToken stop) =>
        await db.Organisations(placeId).Where(one => ids.Contains(one.Id)).Select(one => new ScopeName(one.Id, one.Name, "/groups/" + one.Slug)).ToListAsync(stop);
}
