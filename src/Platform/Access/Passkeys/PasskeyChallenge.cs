using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>What a passkey is asked to sign for; the answer to one question is none to another.</summary>
public enum PasskeyPurpose
{
    Enrol,
    SignIn,
    StepUp,
}

/// <summary>A question put to a browser for its passkey: to be answered once, soon, and by that browser.</summary>
public sealed class PasskeyChallenge
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public required Guid Id { get; init; }

    public required string BrowserHash { get; init; }

    public required PasskeyPurpose Purpose { get; init; }

    /// <summary>Who must answer; null where anybody may who has a passkey here.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What the framework must remember, in its own form.</summary>
    public required string State { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>Puts such questions and takes their answers.</summary>
internal sealed class PasskeyChallenges(Db db, TimeProvider clock)
{
    public async Task<Guid> Put(HttpContext context, PasskeyPurpose purpose, Guid? personId, string state, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var challenge = new PasskeyChallenge
        {
            Id = Guid.CreateVersion7(now),
            BrowserHash = Secret.Hash(Browser(context.Request) ?? Name(context)),
            Purpose = purpose,
            PersonId = personId,
            State = state,
            ExpiresAt = now + PasskeyChallenge.Life,
        };
        db.Add(challenge);
        await db.SaveChangesAsync(stop);
        return challenge.Id;
    }

    /// <summary>What the framework had to remember; null where the question was another browser's or another's, is too old, or was answered before.</summary>
    public async Task<string?> Take(HttpContext context, Guid id, PasskeyPurpose purpose, Guid? personId, CancellationToken stop)
    {
        if (Browser(context.Request) is not { Length: < 100 } browser)
        {
            return null;
        }

        var (now, hash) = (clock.GetUtcNow(), Secret.Hash(browser));
        var taken = await db.Set<PasskeyChallenge>()
            .Where(one => one.Id == id && one.BrowserHash == hash && one.Purpose == purpose && one.PersonId == personId && one.UsedAt == null && one.ExpiresAt > now)
            .ExecuteUpdateAsync(one => one.SetProperty(c => c.UsedAt, now), stop);
        return taken == 1 ? (await db.Set<PasskeyChallenge>().AsNoTracking().FirstAsync(one => one.Id == id, stop)).State : null;
    }

    private static string CookieName(HttpRequest request) => request.IsHttps ? "__Host-trellis-passkey" : "trellis-passkey";

    private static string? Browser(HttpRequest request) => request.Cookies[CookieName(request)];

    private static string Name(HttpContext context)
    {
        var browser = Secret.Make();
        context.Response.Cookies.Append(CookieName(context.Request), browser, SessionCookie.Options(context.Request, null));
        return browser;
    }
}
