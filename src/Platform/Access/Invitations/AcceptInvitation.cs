using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>Takes on the role one was invited to. The link proves whose mailbox it was sent to.</summary>
internal sealed class AcceptInvitation(Db db, OneTimeLinks links, Scopes scopes, Trail trail, TimeProvider clock)
{
    /// <summary>What the link leads to.</summary>
    /// <param name="Trouble">Why it cannot be accepted any more, in a sentence; null where it can.</param>
    public sealed record Seen(Invitation Invitation, string Scope, string By, string? Trouble);

    /// <summary>Null where this place has sent no such link.</summary>
    public async Task<Seen?> Look(string? key, Guid placeId, CancellationToken stop)
    {
        if (key is not { Length: > 0 and < 100 }
            || await db.Set<OneTimeLink>().FirstOrDefaultAsync(one => one.TokenHash == Secret.Hash(key) && one.Purpose == LinkPurpose.Invitation && one.PlaceId == placeId, stop) is not { } link
            || await db.Set<Invitation>().FirstOrDefaultAsync(one => one.Id == link.SubjectId && one.PlaceId == placeId, stop) is not { } invitation
            || await scopes.Named(placeId, invitation.ScopeId, stop) is not { } scope)
        {
            return null;
        }

        var by = await db.Set<Person>().FirstOrDefaultAsync(one => one.Id == invitation.InvitedBy, stop);
        return new(invitation, scope.Name, by?.ShownName ?? "", await Trouble(link, invitation, stop));
    }

    /// <summary>Null as in <see cref="Look"/>.</summary>
    public async Task<Result<Person>?> Handle(string? key, Guid placeId, CancellationToken stop)
    {
        if (await Look(key, placeId, stop) is not { } seen)
        {
            return null;
        }

        if (seen.Trouble is { } trouble)
        {
            return new Problem("", trouble);
        }

        var (invitation, now) = (seen.Invitation, clock.GetUtcNow());
        var person = await db.Set<Person>().FirstOrDefaultAsync(one => one.Email == invitation.Email, stop)
            ?? db.Add(new Person { Id = Guid.CreateVersion7(now), Name = "", Email = invitation.Email, CreatedAt = now, IsSample = false }).Entity;
        if (!await db.Set<Appointment>().AnyAsync(one => one.PersonId == person.Id && one.Role == invitation.Role && one.ScopeId == invitation.ScopeId && one.EndedAt == null, stop))
        {
            db.Add(new Appointment { Id = Guid.CreateVersion7(now), PersonId = person.Id, Role = invitation.Role, ScopeId = invitation.ScopeId, PlaceId = placeId, Since = now, GivenBy = invitation.InvitedBy });
        }

        invitation.AcceptedAt = now;
        trail.ByLink();
        links.Use((await links.Find(key, LinkPurpose.Invitation, stop))!);
        await db.SaveChangesAsync(stop);
        return person;
    }

    private async Task<string?> Trouble(OneTimeLink link, Invitation invitation, CancellationToken stop) => (link, invitation) switch
    {
        (_, { AcceptedAt: not null }) => "This invitation has been accepted already. Sign in with your email address to go on.",
        (_, { WithdrawnAt: not null }) => "This invitation has been withdrawn.",
        ({ UsedAt: not null }, _) => "This invitation has been sent again since. Use the link in the latest mail.",
        _ when invitation.ExpiresAt <= clock.GetUtcNow() || link.ExpiresAt <= clock.GetUtcNow() => "This invitation is more than seven days old and works no longer. Ask for a new one.",
        _ when !await MayStillGive(invitation, stop) => "Whoever invited you may not give this role any more. Ask for a new invitation.",
        _ when await db.Set<Person>().AnyAsync(one => one.Email == invitation.Email && one.DisabledAt != null, stop) => "The account with this address has been disabled. Please speak to whoever invited you.",
        _ => null,
    };

    private async Task<bool> MayStillGive(Invitation invitation, CancellationToken stop)
    {
        var held = await db.Living().Where(one => one.PersonId == invitation.InvitedBy).Select(one => new { one.Role, one.ScopeId }).ToListAsync(stop);
        return Giving.MayGive(held.Select(one => new Held(one.Role, one.ScopeId)), invitation.Role, invitation.ScopeId, invitation.PlaceId);
    }
}
