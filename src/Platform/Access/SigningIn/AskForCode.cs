using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Platform.Access;

/// <summary>Sends six digits to an address. What happens, and how long it takes, is the same whether we know the address or not.</summary>
internal sealed class AskForCode(Db db, Post post, Rates rates, TimeProvider clock)
{
    private const int MostByNetwork = 40;
    private const int MostForOne = 5;
    private const int MostForOneInADay = 20;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>From all networks together; so loose that nobody can use it up for somebody else from a few.</summary>
    private const int MostByAddressInADay = 100;

    /// <param name="Email">As typed.</param>
    /// <param name="Network">Where the request came from.</param>
    public sealed record Form(string? Email, string Network, string PlaceName);

    /// <summary>Returns the secret that the browser must show together with the code.</summary>
    public async Task<Result<string>> Handle(Form form, CancellationToken stop)
    {
        if (EmailAddress.Tidy(form.Email) is not { } email)
        {
            return new Problem("Email", "Enter your email address, such as ann@example.org.");
        }

        if (!await MayAsk(email, form.Network, stop))
        {
            return new Problem("Email", "That is too many codes in a short time. Use the latest one you were sent, or wait a quarter of an hour.");
        }

        var (code, browser, now) = (Secret.MakeCode(), Secret.Make(), clock.GetUtcNow());
        db.Add(new SignInCode
        {
            Id = Guid.CreateVersion7(now),
            Email = email,
            CodeHash = SignInCode.Hash(code, browser),
            BrowserHash = Secret.Hash(browser),
            ExpiresAt = now + SignInCode.Life,
        });
        post.Queue(new(email, $"{code} is your code for {form.PlaceName}", Text(code, form.PlaceName), LetterKind.Account));
        await db.SaveChangesAsync(stop);
        return browser;
    }

    /// <summary>What is refused for one network is not counted for the address, so that whoever asks too often locks out nobody but themselves.</summary>
    private async Task<bool> MayAsk(string email, string network, CancellationToken stop) =>
        await rates.Allow("ask-code-from:" + network, MostByNetwork, Within, stop)
        && await rates.Allow($"ask-code:{email} {network}", MostForOne, Within, stop)
        && await rates.Allow($"ask-code-today:{email} {network}", MostForOneInADay, Day, stop)
        && await rates.Allow("ask-code-today:" + email, MostByAddressInADay, Day, stop);

    private static string Text(string code, string place) =>
        $"""
        Your code for Trellis in {place} is

            {code}

        Type it on the page where you asked for it. It works once, for ten minutes, in that browser only.

        If you did not ask for it, you need do nothing: without this code nobody gets in. Never tell it to anybody; we never ask for it.
        """;
}
