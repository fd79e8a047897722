using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Platform.Access;

/// <summary>A place, organisation or fund in which roles are held, as people know it.</summary>
public sealed record ScopeName(Guid Id, string Name, string Path);

/// <summary>Says what the scopes of roles are called.</summary>
public interface IScopeNames
{
    /// <summary>Those of them that are its own and lie in the place.</summary>
    Task<IReadOnlyList<ScopeName>> Of(Guid placeId, IReadOnlyCollection<Guid> ids, CancellationToken stop);
}

internal sealed class PlaceNames(Db db) : IScopeNames
{
    public async Task<IReadOnlyList<ScopeName>> Of(Guid placeId, IReadOnlyCollection<Guid> ids, CancellationToken stop) =>
        ids.Contains(placeId) ? await db.Places().Where(place => place.Id == placeId).Select(place => new ScopeName(place.Id, place.Name, "/")).ToListAsync(stop) : [];
}

/// <summary>All of them together.</summary>
public sealed class Scopes(IEnumerable<IScopeNames> parts)
{
    public async Task<IReadOnlyDictionary<Guid, ScopeName>> Named(Guid placeId, IEnumerable<Guid> ids, CancellationToken stop)
    {
        var wanted = ids.Where(id => id != Guid.Empty).Distinct().ToList();
        var found = new Dictionary<Guid, ScopeName>();
        foreach (var part in wanted.Count == 0 ? [] : parts)
        {
            foreach (var name in await part.Of(placeId, wanted, stop))
            {
                found[name.Id] = name;
            }
        }

        return found;
    }

    /// <summary>Null where the place has none of this id.</summary>
    public async Task<ScopeName?> Named(Guid placeId, Guid id, CancellationToken stop) => (await Named(placeId, [id], stop)).GetValueOrDefault(id);
}

/// <summary>An address with an {appointment} or an {invitation} is about the scope of that one.</summary>
internal sealed class ScopeOfAppointment(Db db) : IScopeOfAddress
{
    public async Task<Guid?> Find(HttpContext context, Guid placeId, CancellationToken stop)
    {
        if (Id("appointment") is { } appointment)
        {
            return await db.Set<Appointment>().Where(one => one.Id == appointment && one.PlaceId == placeId).Select(one => (Guid?)one.ScopeId).FirstOrDefaultAsync(stop);
        }

        return Id("invitation") is { } invitation
            ? await db.Set<Invitation>().Where(one => one.Id == invitation && one.PlaceId == placeId).Select(one => (Guid?)one.ScopeId).FirstOrDefaultAsync(stop)
            : null;

        Guid? Id(string name) => Guid.TryParse(context.GetRouteValue(name) as string, out var id) ? id : null;
    }
}
