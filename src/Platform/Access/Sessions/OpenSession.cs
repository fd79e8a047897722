using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>Signs a person in on this browser. A new token each time, so that one planted before is worth nothing.</summary>
internal sealed class OpenSession(Db db, TimeProvider clock)
{
    private static readonly TimeSpan ForStaff = TimeSpan.FromHours(12);
    private static readonly TimeSpan ForOthers = TimeSpan.FromDays(30);

    public async Task Handle(HttpContext context, Person person, SignInWay way, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await EndOld(context, now, stop);
        var isStaff = (await db.Set<Appointment>().Where(one => one.PersonId == person.Id && one.EndedAt == null).Select(one => one.Role).ToListAsync(stop)).Any(role => role.IsStaff());
        var token = Secret.Make();
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            PersonId = person.Id,
            TokenHash = Secret.Hash(token),
            Way = way,
            Device = Devices.Name(context.Request.Headers.UserAgent.ToString()),
            CreatedAt = now,
            SeenAt = now,
            EndsAt = now + (isStaff ? ForStaff : ForOthers),
            SteppedUpAt = now,
        };
        db.Add(session);
        await db.SaveChangesAsync(stop);
        SessionCookie.Write(context, token, session.EndsAt - now);
    }

    private async Task EndOld(HttpContext context, DateTimeOffset now, CancellationToken stop)
    {
        if (SessionCookie.Read(context.Request) is { } token && await db.Set<Session>().FirstOrDefaultAsync(one => one.TokenHash == Secret.Hash(token) && one.EndedAt == null, stop) is { } old)
        {
            old.EndedAt = now;
        }
    }
}
