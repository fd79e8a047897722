using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;
using Trellis.Platform.Web;

namespace Trellis.Platform.Access;

/// <summary>A browser that somebody has signed in with before.</summary>
public sealed class KnownDevice
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required string TokenHash { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }
}

/// <summary>Recognises a browser, and warns its person of a sign-in from one never seen before. Saved with the session.</summary>
internal sealed class KnowDevice(Db db, Post post, PublicAddress address, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(400); // as long as browsers keep a cookie

    public async Task Handle(HttpContext context, Person person, string device, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var token = Token(context);
        var hash = Secret.Hash(token);
        if (await db.Set<KnownDevice>().FirstOrDefaultAsync(one => one.PersonId == person.Id && one.TokenHash == hash, stop) is { } known)
        {
            known.LastSeenAt = now;
            return;
        }

        var hasOthers = await db.Set<KnownDevice>().AnyAsync(one => one.PersonId == person.Id, stop);
        db.Add(new KnownDevice { Id = Guid.CreateVersion7(now), PersonId = person.Id, TokenHash = hash, LastSeenAt = now });
        if (hasOthers)
        {
            post.Queue(new(person.Email, "A new sign-in to your account", Warning(device, now, address.Link(context.Request, "/me")), LetterKind.Account, PersonId: person.Id));
        }
    }

    private static string Token(HttpContext context)
    {
        var name = context.Request.IsHttps ? "__Host-trellis-device" : "trellis-device";
        var token = context.Request.Cookies[name] is { Length: > 20 and < 100 } known ? known : Secret.Make();
        context.Response.Cookies.Append(name, token, SessionCookie.Options(context.Request, Life));
        return token;
    }

    private static string Warning(string device, DateTimeOffset at, string account) =>
        $"""
        Your account was opened from a browser that we had not seen with you before: {device}, on {at:d MMMM yyyy} at {at:HH:mm} UTC.

        If it was you, you need do nothing. If it was not, open {account} and end that session at once.
        """;
}
