using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>Notes that somebody has proved again who they are. The browser gets a new token, so that one stolen before is worth nothing now.</summary>
internal sealed class StepUp(Db db, TimeProvider clock)
{
    public async Task Handle(HttpContext context, Actor actor, bool byPasskey, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var session = await db.Set<Session>().FirstAsync(one => one.Id == actor.SessionId, stop);
        var token = Secret.Make();
        session.TokenHash = Secret.Hash(token);
        session.SteppedUpAt = now;
        session.PasskeyAt = byPasskey ? now : session.PasskeyAt;
        await db.SaveChangesAsync(stop);
        SessionCookie.Write(context, token, session.EndsAt - now);
    }
}
