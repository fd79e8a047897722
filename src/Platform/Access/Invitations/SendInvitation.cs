using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Platform.Access;

/// <summary>Sends an invitation, for the first time or again, or takes it back. A new link makes the earlier ones worthless.</summary>
internal sealed class SendInvitation(Db db, OneTimeLinks links, Post post, Scopes scopes, Rates rates, TimeProvider clock)
{
    private const int MostAgain = 5;
    private static readonly TimeSpan Within = TimeSpan.FromDays(1);

    /// <summary>To be saved with the invitation.</summary>
    public async Task Queue(Invitation invitation, string scope, Func<string, string> linkTo, string by, CancellationToken stop)
    {
        await UseUp(invitation, stop);
        var secret = links.Make(new(LinkPurpose.Invitation, Invitation.Life, invitation.PlaceId, invitation.Id, invitation.Email, MadeBy: invitation.InvitedBy));
        post.Queue(new(invitation.Email, $"{by} invites you to {scope}", Text(invitation, scope, by, linkTo("/invitation?key=" + secret)), PlaceId: invitation.PlaceId));
    }

    /// <summary>Null where there is no such open invitation that the actor could have made.</summary>
    public async Task<Result<Invitation>?> Again(Actor by, Guid id, Guid placeId, Func<string, string> linkTo, CancellationToken stop)
    {
        if (await Find(by, id, placeId, stop) is not { } invitation || await scopes.Named(placeId, invitation.ScopeId, stop) is not { } scope)
        {
            return null;
        }

        if (!await rates.Allow("invite-again:" + invitation.Id, MostAgain, Within, stop))
        {
            return new Problem("", "This invitation has been sent often enough for one day.");
        }

        invitation.ExpiresAt = clock.GetUtcNow() + Invitation.Life;
        await Queue(invitation, scope.Name, linkTo, by.Name, stop);
        await db.SaveChangesAsync(stop);
        return invitation;
    }

    /// <summary>False as for <see cref="Again"/>.</summary>
    public async Task<bool> Withdraw(Actor by, Guid id, Guid placeId, CancellationToken stop)
    {
        if (await Find(by, id, placeId, stop) is not { } invitation)
        {
            return false;
        }

        invitation.WithdrawnAt = clock.GetUtcNow();
        await db.SaveChangesAsync(stop);
        return true;
    }

    private async Task<Invitation?> Find(Actor by, Guid id, Guid placeId, CancellationToken stop) =>
        await db.Set<Invitation>().FirstOrDefaultAsync(one => one.Id == id && one.PlaceId == placeId && one.AcceptedAt == null && one.WithdrawnAt == null, stop) is { } found
        && by.MayGive(found.Role, found.ScopeId, placeId) ? found : null;

    private async Task UseUp(Invitation invitation, CancellationToken stop)
    {
        foreach (var old in await db.Set<OneTimeLink>().Where(link => link.SubjectId == invitation.Id && link.UsedAt == null).ToListAsync(stop))
        {
            links.Use(old);
        }
    }

    private static string Text(Invitation invitation, string scope, string by, string link) =>
        $"""
        {by} invites you to become {invitation.Role.Title()} in {scope}.

        To see what that means, and to accept, open this link within seven days:

            {link}

        The link is for you alone and works once. If you know nothing of this, you need do nothing.
        """;
}
