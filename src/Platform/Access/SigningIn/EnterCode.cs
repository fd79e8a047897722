using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>Takes the six digits that were sent, and says who reads that mailbox. Whoever comes for the first time becomes a person here.</summary>
internal sealed class EnterCode(Db db, Rates rates, TimeProvider clock)
{
    private const int MostTries = 10;
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

        if (!await rates.Allow("code-from:" + network, MostTries * 6, Within, stop) || !await rates.Allow("code:" + code.Email, MostTries, Within, stop))
        {
            return new Problem("Code", "Those were too many tries. Wait five minutes, then ask for a new code.");
        }

        return await Counted(code, now, stop) && Secret.Same(SignInCode.Hash(digits, browser), code.CodeHash) && await Used(code, now, stop)
            && await Find(code.Email, now, stop) is { DisabledAt: null } person ? person : Wrong;
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
        await db.SaveChangesAsync(stop);
        return person;
    }
}
