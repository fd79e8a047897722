using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Platform.Access;

/// <summary>Gives somebody who is known here another role.</summary>
internal sealed class GiveRole(Db db, Post post, EndSessions end, Trail trail, TimeProvider clock)
{
    /// <param name="Role">By its name; what nobody here may give is no answer.</param>
    /// <param name="PlaceName">For the letter.</param>
    /// <param name="Link">To their own account, for the letter.</param>
    public sealed record Form(Guid PersonId, string? Role, string? Because, Guid PlaceId, string PlaceName, string Link);

    /// <summary>The roles of a place that the actor may give.</summary>
    public static IReadOnlyList<Role> Offered(Actor by, Guid placeId) =>
        [.. Enum.GetValues<Role>().Where(role => role.IsStaff() && by.MayGive(role, ScopeOf(role, placeId), placeId))];

    /// <summary>Null where there is no such person among the place's people.</summary>
    public async Task<Result<Person>?> Handle(Actor by, Form form, CancellationToken stop)
    {
        if (await db.PeopleOf(form.PlaceId).FirstOrDefaultAsync(one => one.Id == form.PersonId, stop) is not { } person)
        {
            return null;
        }

        if (Offered(by, form.PlaceId).FirstOrDefault(role => role.ToString() == form.Role, (Role)(-1)) is var role && !Enum.IsDefined(role))
        {
            return new Problem("Role", "Choose one of the roles.");
        }

        if (role == Role.Confidant && person.Id == by.PersonId)
        {
            return new Problem("Role", Giving.NotToOneself);
        }

        if (person.DisabledAt is not null)
        {
            return new Problem("Role", $"{person.ShownName} is disabled. Enable the account first.");
        }

        var scope = ScopeOf(role, form.PlaceId);
        if (await db.Set<Appointment>().AnyAsync(one => one.PersonId == person.Id && one.Role == role && one.ScopeId == scope && one.EndedAt == null, stop))
        {
            return new Problem("Role", $"{person.ShownName} holds this role already.");
        }

        db.Add(Appoint(person.Id, role, scope, form.PlaceId, by.PersonId));
        await end.All(person.Id, except: by.SessionId, stop); // more rights begin with a new token, and last no longer than those of staff
        trail.Because(Reason.Tidy(form.Because));
        post.Queue(new(person.Email, $"You are now {role.Title()} in {form.PlaceName}", Text(role, by.Name, form), PersonId: person.Id, PlaceId: form.PlaceId));
        await db.SaveChangesAsync(stop);
        return person;
    }

    private Appointment Appoint(Guid person, Role role, Guid scope, Guid placeId, Guid by)
    {
        var now = clock.GetUtcNow();
        return new() { Id = Guid.CreateVersion7(now), PersonId = person, Role = role, ScopeId = scope, PlaceId = scope == Guid.Empty ? null : placeId, Since = now, GivenBy = by };
    }

    private static Guid ScopeOf(Role role, Guid placeId) => role.Scope() == RoleScope.Installation ? Guid.Empty : placeId;

    private static string Text(Role role, string by, Form form) =>
        $"""
        {by} has given you the role “{role.Title()}” in {form.PlaceName}.

        For safety you were signed out. Sign in again to use it: {form.Link}
        """;
}
