using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Platform.Access;

/// <summary>Asks somebody by mail to take on a role. What happens is the same whether we know the address or not.</summary>
internal sealed class Invite(Db db, SendInvitation send, Rates rates, TimeProvider clock)
{
    private const int Most = 60;
    private static readonly TimeSpan Within = TimeSpan.FromHours(1);

    /// <param name="Role">By its name.</param>
    /// <param name="Scope">The place or group it is held in.</param>
    /// <param name="LinkTo">Makes an absolute link of a path.</param>
    public sealed record Form(string? Email, string? Role, ScopeName Scope, Place Place, Func<string, string> LinkTo);

    /// <summary>The roles of this scope that the actor may give.</summary>
    public static IReadOnlyList<Role> Offered(Actor by, Guid scopeId, Guid placeId) =>
        [.. Enum.GetValues<Role>().Where(role => role.Scope() == (scopeId == placeId ? RoleScope.Place : RoleScope.Organisation) && by.MayGive(role, scopeId, placeId))];

    public async Task<Result<Invitation>> Handle(Actor by, Form form, CancellationToken stop)
    {
        if (EmailAddress.Tidy(form.Email) is not { } email)
        {
            return new Problem("Email", "Enter their email address, such as ann@example.org.");
        }

        if (Offered(by, form.Scope.Id, form.Place.Id).Where(role => role.ToString() == form.Role).ToList() is not [var wanted])
        {
            return new Problem("Role", "Choose one of the roles.");
        }

        if (wanted == Role.Confidant && email == by.Email)
        {
            return new Problem("Role", Giving.NotToOneself);
        }

        var held = db.Set<Appointment>().Where(one => one.Role == wanted && one.ScopeId == form.Scope.Id && one.EndedAt == null);
        if (await held.AnyAsync(one => db.Set<Person>().Any(person => person.Id == one.PersonId && person.Email == email), stop))
        {
            return new Problem("Email", "Whoever has this address holds the role already.");
        }

        var now = clock.GetUtcNow();
        if (await db.Open(form.Scope.Id, now).AnyAsync(one => one.Email == email && one.Role == wanted, stop))
        {
            return new Problem("Email", "This address has been invited to the role already. You can send the invitation again.");
        }

        if (!await rates.Allow("invite:" + by.PersonId, Most, Within, stop))
        {
            return new Problem("Email", "That is a great many invitations. Please go on in an hour.");
        }

        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(now),
            PlaceId = form.Place.Id,
            Role = wanted,
            ScopeId = form.Scope.Id,
            Email = email,
            InvitedBy = by.PersonId,
            InvitedAt = now,
            ExpiresAt = now + Invitation.Life,
        };
        db.Add(invitation);
        await send.Queue(invitation, form.Scope.Name, form.LinkTo, by.Name, stop);
        await db.SaveChangesAsync(stop);
        return invitation;
    }
}
