using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>Takes the six digits that were sent, and says who reads that mailbox. Whoever comes for the first time becomes a person here.</summary>
/// <remarks>
/// How many of the million codes can be tried for one address, in a day and from everywhere: a hundred are sent (<see cref="AskForCode"/>), each may be got
/// wrong five times until fifty wrong ones have come, and once from then on. That makes 150, so one chance in 6,600 for each day on which the owner finds a
/// hundred codes in their mail; even where all come at the same moment it is 500. From one network twenty are sent: 70, one in 14,000. The right code for a
/// code that still lives is never refused for what others got wrong: nobody can be kept out by guessing at their address.
/// </remarks>
internal sealed class EnterCode(Db db, Rates rates, Trail trail, TimeProvider clock)
{
    private const int MostByNetwork = 60;
    private const int MostWrongInADay = 50;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(5);
    private static readonly Problem Wrong = new("Code", "That code does not fit. Look at the latest mail, or ask for a new code.");

    public async Task<Result<Person>> Handle(string? typed, string? browser, string network, CancellationToken stop)
    {
        var digits = new string([.. (typed ?? "").Where(char.IsAsciiDigit)]);
        if (digits.Length != 6)
        {
            return new Problem("Code", "Enter the six digits from the mail.");
        }

        var now = clock.GetUtcNow();
        if (browser is not { Length: < 100 } || await db.Set<SignInCode>().AsNoTracking().FirstOrDefaultAsync(one => one.BrowserHash == Secret.Hash(browser), stop) is not { } code)
        {
            return new Problem("Code", "This browser has not asked for a code, or did so too long ago. Ask for a new one.");
        }

        if (!await rates.Allow("code-from:" + network, MostByNetwork, Within, stop))
        {
            return new Problem("Code", "Those were too many tries. Wait five minutes, then ask for a new code.");
        }

        if (!await Counted(code, now, stop))
        {
            return Wrong;
        }

        if (!Secret.Same(SignInCode.Hash(digits, browser), code.CodeHash))
        {
            await CountWrong(code, now, stop);
            return Wrong;
        }

        return await Used(code, now, stop) && await Find(code.Email, now, stop) is { DisabledAt: null } person ? person : Wrong;
    }

    /// <summary>After many wrong ones for the address, from wherever they came, this code has no second try.</summary>
    private async Task CountWrong(SignInCode code, DateTimeOffset now, CancellationToken stop)
    {
        if (!await rates.Allow("wrong-code:" + code.Email, MostWrongInADay, TimeSpan.FromDays(1), stop))
        {
            await Used(code, now, stop);
        }
    }

    /// <summary>Counts the try before the code is looked at, so that many at once get no more of them. What was too old once stays so, even where the clock is set back.</summary>
    private async Task<bool> Counted(SignInCode code, DateTimeOffset now, CancellationToken stop) =>
        await db.Set<SignInCode>().Where(one => one.Id == code.Id && one.UsedAt == null && one.ExpiresAt <= now).ExecuteUpdateAsync(one => one.SetProperty(c => c.UsedAt, now), stop) == 0
        && await db.Set<SignInCode>().Where(one => one.Id == code.Id && one.UsedAt == null && one.ExpiresAt > now && one.Tries < SignInCode.MostTries)
            .ExecuteUpdateAsync(one => one.SetProperty(c => c.Tries, c => c.Tries + 1), stop) == 1;

    private async Task<bool> Used(SignInCode code, DateTimeOffset now, CancellationToken stop) =>
        await db.Set<SignInCode>().Where(one => one.Id == code.Id && one.UsedAt == null).ExecuteUpdateAsync(one => one.SetProperty(c => c.UsedAt, now), stop) == 1;

    private async Task<Person> Find(string email, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.Set<Person>().FirstOrDefaultAsync(one => one.Email == email, stop) is { } known)
        {
            return known;
        }

        var person = new Person { Id = Guid.CreateVersion7(now), Name = "", Email = email, CreatedAt = now, IsSample = false };
        db.Add(person);
        trail.ByLink(); // somebody else may be signed in on this computer
        await db.SaveChangesAsync(stop);
        return person;
    }
}
