using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>Ends sessions of a person: the next request of those browsers is a stranger's.</summary>
public sealed class EndSessions(Db db, TimeProvider clock)
{
    /// <summary>Ends one of the person's sessions; false where they have none with this id.</summary>
    public async Task<bool> One(Guid personId, Guid sessionId, CancellationToken stop)
    {
        if (await db.Set<Session>().FirstOrDefaultAsync(session => session.Id == sessionId && session.PersonId == personId && session.EndedAt == null, stop) is not { } session)
        {
            return false;
        }

        session.EndedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>Ends all of them but one, to be saved with the caller's change.</summary>
    public async Task All(Guid personId, Guid? except, CancellationToken stop)
    {
        foreach (var session in await db.Set<Session>().Where(session => session.PersonId == personId && session.EndedAt == null && session.Id != except).ToListAsync(stop))
        {
            session.EndedAt = clock.GetUtcNow();
        }
    }
}
