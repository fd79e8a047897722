using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>Signs a person in on this browser. A new token each time, so that one planted before is worth nothing.</summary>
internal sealed class OpenSession(Db db, KnowDevice know, PasskeySite passkeys, Trail trail, TimeProvider clock)
{
    public static readonly TimeSpan ForStaff = TimeSpan.FromHours(12);
    private static readonly TimeSpan ForOthers = TimeSpan.FromDays(30);

    /// <summary>True where a passkey should be offered now: to staff at their very first sign-in.</summary>
    public async Task<bool> Handle(HttpContext context, Person person, SignInWay way, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await EndOld(context, now, stop);
        var isStaff = (await db.Set<Appointment>().Where(one => one.PersonId == person.Id && one.EndedAt == null).Select(one => one.Role).ToListAsync(stop)).Any(role => role.IsStaff());
        var isOffered = isStaff && way == SignInWay.Code && passkeys.IsHere(context.Request) && !await db.Set<Session>().AnyAsync(one => one.PersonId == person.Id, stop);
        var (token, device) = (Secret.Make(), Devices.Name(context.Request.Headers.UserAgent.ToString()));
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            PersonId = person.Id,
            TokenHash = Secret.Hash(token),
            Way = way,
            Device = device,
            CreatedAt = now,
            SeenAt = now,
            EndsAt = now + (isStaff ? ForStaff : ForOthers),
            SteppedUpAt = now,
            PasskeyAt = way == SignInWay.Passkey ? now : null,
        };
        db.Add(session);
        trail.By(person.Id, session.Id); // and not whoever was signed in here before
        trail.Note(session.Deed(DeedKind.Added));
        if (!person.IsSample)
        {
            await know.Handle(context, person, device, stop);
        }

        await db.SaveChangesAsync(stop);
        SessionCookie.Write(context, token, session.EndsAt - now);
        return isOffered;
    }

    private async Task EndOld(HttpContext context, DateTimeOffset now, CancellationToken stop)
    {
        if (SessionCookie.Read(context.Request) is { } token && await db.Set<Session>().FirstOrDefaultAsync(one => one.TokenHash == Secret.Hash(token) && one.EndedAt == null, stop) is { } old)
        {
            old.EndedAt = now;
            trail.Note(old.Deed(DeedKind.Removed));
        }
    }
}
