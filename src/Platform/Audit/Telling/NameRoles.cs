using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;

namespace Trellis.Platform.Audit;

/// <summary>Names roles, and invitations to them, by the role and where it is held.</summary>
internal sealed class NameRoles(Db db, Scopes scopes, Texts.Texts t) : IRecordNames
{
    public IReadOnlyCollection<string> Kinds => [nameof(Appointment), nameof(Invitation)];

    public async Task<IReadOnlyDictionary<Guid, RecordName>> Of(Guid placeId, string kind, IReadOnlyCollection<Guid> ids, CancellationToken stop)
    {
        var roles = kind == nameof(Appointment)
            ? await (from role in db.Set<Appointment>()
                     join person in db.Set<Person>() on role.PersonId equals person.Id
                     where ids.Contains(role.Id) && (role.PlaceId == placeId || role.PlaceId == null)
                     select new { role.Id, role.Role, role.ScopeId, person.Name, person.Email }).ToListAsync(stop)
            : await db.Set<Invitation>().Where(one => ids.Contains(one.Id) && one.PlaceId == placeId).Select(one => new { one.Id, one.Role, one.ScopeId, Name = "", one.Email }).ToListAsync(stop);
        var named = await scopes.Named(placeId, roles.Select(role => role.ScopeId), stop);
        return roles.ToDictionary(role => role.Id, role => new RecordName(
            named.TryGetValue(role.ScopeId, out var scope) ? $"{t[role.Role.Title()]}, {scope.Name}" : t[role.Role.Title()], null, role.Name.Length > 0 ? role.Name : role.Email));
    }
}
