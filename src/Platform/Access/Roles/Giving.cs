namespace Trellis.Platform.Access;

/// <summary>Who may give and end which roles: nobody one above their own.</summary>
public static class Giving
{
    /// <summary>Who reads what is confidential is decided by somebody else.</summary>
    internal const string NotToOneself = "Nobody makes themselves a confidant. Another administrator can give you this role.";

    /// <summary>The roles that whoever holds this one may give, in its own scope and, for a place, in the place's groups.</summary>
    public static IReadOnlyList<Role> Gives(this Role role) => role switch
    {
        Role.Operator => [Role.Operator],
        Role.Administrator => [Role.Administrator, Role.Manager, Role.SupportWorker, Role.Viewer, Role.Confidant, Role.Lead, Role.Member],
        Role.Lead => [Role.Lead, Role.Member],
        _ => [],
    };

    /// <summary>Whether they may give or end the role in a scope that lies in the place.</summary>
    public static bool MayGive(this Actor actor, Role role, Guid scopeId, Guid placeId) => MayGive(actor.Roles, role, scopeId, placeId);

    public static bool MayGive(IEnumerable<Held> roles, Role role, Guid scopeId, Guid placeId) => roles.Any(held => held.Role.Gives().Contains(role) && held.ScopeId == held.Role.Scope() switch
    {
        RoleScope.Installation => Guid.Empty,
        RoleScope.Place => placeId,
        _ => scopeId,
    });
}
