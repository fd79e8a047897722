using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>Ends sessions of a person: the next request of those browsers is a stranger's. A link to a new address that one of them may have asked for ends with them.</summary>
public sealed class EndSessions(Db db, OneTimeLinks links, Trail trail, TimeProvider clock)
{
    /// <summary>Ends one of the person's sessions; false where they have none with this id.</summary>
    /// <param name="own">The session of whoever ends it: signing out oneself leaves one's links.</param>
    public async Task<bool> One(Guid personId, Guid sessionId, Guid own, CancellationToken stop)
    {
        if (await db.Set<Session>().FirstOrDefaultAsync(session => session.Id == sessionId && session.PersonId == personId && session.EndedAt == null, stop) is not { } session)
        {
            return false;
        }

        session.EndedAt = clock.GetUtcNow();
        trail.Note(session.Deed(DeedKind.Removed));
        if (sessionId != own)
        {
            await links.UseUp(LinkPurpose.NewEmail, personId, stop);
        }

        await db.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>Ends all of them but one, to be saved with the caller's change.</summary>
    public async Task All(Guid personId, Guid? except, CancellationToken stop)
    {
        foreach (var session in await db.Set<Session>().Where(session => session.PersonId == personId && session.EndedAt == null && session.Id != except).ToListAsync(stop))
        {
            session.EndedAt = clock.GetUtcNow();
            trail.Note(session.Deed(DeedKind.Removed));
        }

        await links.UseUp(LinkPurpose.NewEmail, personId, stop);
    }
}
