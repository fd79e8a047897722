using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Web;

namespace Trellis.Platform.Access;

/// <summary>Asks a browser for a passkey, and says whose it is.</summary>
internal sealed class ShowPasskey(Db db, IPasskeyHandler<Person> passkeys, PasskeyChallenges challenges, Rates rates, TimeProvider clock)
{
    private const int LongestAnswer = 20_000;
    private const int MostByNetwork = 300;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(15);
    private static readonly Problem TooLate = new("", "That took too long, or this page was used before. Try again.");
    private static readonly Problem Unknown = new("", "This passkey signs nobody in here. It may have been removed: have a code sent to you instead.");

    public sealed record Form(Guid Challenge, string? Credential);

    /// <summary>The question for the browser, and by which id to answer it; null where that network has asked too often.</summary>
    /// <param name="who">Who must answer; null at sign-in, where nobody has said yet who they are.</param>
    public async Task<(Guid Id, string Options)?> Begin(HttpContext context, Actor? who, CancellationToken stop)
    {
        if (!await rates.Allow("passkey-from:" + context.Network(), MostByNetwork, Within, stop))
        {
            return null;
        }

        var person = who is null ? null : await db.Set<Person>().FirstAsync(one => one.Id == who.PersonId, stop);
        var made = await passkeys.MakeRequestOptionsAsync(person, context);
        return (await challenges.Put(context, Purpose(who), who?.PersonId, made.AssertionState!, stop), made.RequestOptionsJson);
    }

    public async Task<Result<Person>> Handle(HttpContext context, Actor? who, Form form, CancellationToken stop)
    {
        if (form.Credential is not { Length: > 0 and < LongestAnswer } credential || await challenges.Take(context, form.Challenge, Purpose(who), who?.PersonId, stop) is not { } state)
        {
            return TooLate;
        }

        var shown = await passkeys.PerformAssertionAsync(new() { HttpContext = context, CredentialJson = credential, AssertionState = state });
        return shown.Succeeded && shown.User is { DisabledAt: null } && (who is null || shown.User.Id == who.PersonId) && await Used(shown.Passkey, stop) ? shown.User : Unknown;
    }

    private static PasskeyPurpose Purpose(Actor? who) => who is null ? PasskeyPurpose.SignIn : PasskeyPurpose.StepUp;

    /// <summary>Of a passkey and its copy that answer at the same moment, one comes too late. Not in the history: that one signed in is seen in the sessions.</summary>
    private async Task<bool> Used(UserPasskeyInfo passkey, CancellationToken stop)
    {
        var (id, count, now) = (Passkey.Text(passkey.CredentialId), (long)passkey.SignCount, clock.GetUtcNow());
        return await db.Set<Passkey>().Where(one => one.CredentialId == id && (one.SignCount < count || (one.SignCount == 0 && count == 0)))
            .ExecuteUpdateAsync(one => one.SetProperty(p => p.SignCount, count).SetProperty(p => p.LastUsedAt, now).SetProperty(p => p.IsBackedUp, passkey.IsBackedUp), stop) == 1;
    }
}
