using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Trellis.Platform.Access;

/// <summary>A role as held by whoever acts.</summary>
public readonly record struct Held(Role Role, Guid ScopeId);

/// <summary>The signed-in person behind a request.</summary>
public sealed record Actor(Guid PersonId, string Name, string Email, Guid SessionId, DateTimeOffset SteppedUpAt, IReadOnlyList<Held> Roles)
{
    /// <summary>Staff roles that count for nothing until a passkey has been shown in this session.</summary>
    public IReadOnlyList<Held> Withheld { get; init; } = [];

    public bool HasPasskey { get; init; }

    /// <summary>A mailed code is not enough to prove who they are: they are staff, and have a passkey.</summary>
    public bool MustUsePasskey => HasPasskey && Roles.Concat(Withheld).Any(held => held.Role.IsStaff());

    /// <summary>Whether they hold the role in this place, organisation or fund; the scope of an installation's role is <see cref="Guid.Empty"/>.</summary>
    public bool Is(Role role, Guid scope) => Roles.Contains(new(role, scope));

    /// <summary>Whether the rule lets them, in a place and (where there is one) an organisation of it.</summary>
    public bool May(Rule rule, Guid placeId, Guid? organisationId = null) => rule.IsOwn || Roles.Any(held => rule.Who.Contains(held.Role) && held.ScopeId == held.Role.Scope() switch
    {
        RoleScope.Installation => Guid.Empty,
        RoleScope.Place => placeId,
        _ => organisationId,
    });
}

/// <summary>How the framework carries the actor of a request.</summary>
internal sealed class ActorIdentity(Actor actor) : ClaimsIdentity(
    [new(ClaimTypes.NameIdentifier, actor.PersonId.ToString()), new(ClaimTypes.Name, actor.Name)], SessionCookie.Scheme)
{
    public Actor Who => actor;
}

/// <summary>Who is acting now. Nobody signed in is null: a visitor, a command, or a job.</summary>
public sealed class Acting(IHttpContextAccessor web)
{
    public Actor? Person => (web.HttpContext?.User.Identity as ActorIdentity)?.Who;

    /// <summary>The signed-in person, on a page that only lets such in.</summary>
    public Actor RequirePerson() => Person ?? throw new InvalidOperationException("Nobody is signed in on a page that asks for it.");
}
