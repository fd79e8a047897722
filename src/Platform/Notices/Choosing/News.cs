using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;

namespace Trellis.Platform.Notices;

/// <summary>Who wants news and who does not: consent, its withdrawal, and the list of mailboxes that want none.</summary>
public sealed class News(Db db, AddressHash hash, TimeProvider clock)
{
    /// <summary>Where the site's keys are gone, and with them the list of those who want none.</summary>
    internal static readonly Problem ListLost = new("News", "News cannot be sent at the moment: this site has lost the keys to its list of those who want none. Whoever runs the machine can put the keys back.");

    /// <summary>False where the list of those who want none cannot be read any more.</summary>
    public async Task<bool> CanSend(CancellationToken stop)
    {
        try
        {
            await hash.Of("nobody@example.org", stop);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Whether news may be sent there: its reader has said yes to today's words, and nobody has stopped it since.</summary>
    public async Task<bool> MaySend(Guid? personId, string email, CancellationToken stop) =>
        personId is { } person && await Consented(person).AnyAsync(consent => consent.Words == Consent.Wording, stop) && !await IsSuppressed(email, stop);

    /// <summary>The person says yes to today's words, which also takes their mailbox off the list. Saved with the caller's change.</summary>
    public async Task GiveConsent(Guid personId, string email, CancellationToken stop)
    {
        var address = await hash.Of(email, stop);
        db.RemoveRange(await db.Set<Suppressed>().Where(one => one.AddressHash == address).ToListAsync(stop));
        if (!await Consented(personId).AnyAsync(consent => consent.Words == Consent.Wording, stop))
        {
            await Withdraw(personId, stop);
            var now = clock.GetUtcNow();
            db.Add(new Consent { Id = Guid.CreateVersion7(now), PersonId = personId, Purpose = LetterKind.News, Words = Consent.Wording, GivenAt = now });
        }
    }

    /// <summary>The person says no. Saved with the caller's change.</summary>
    public async Task Withdraw(Guid personId, CancellationToken stop)
    {
        foreach (var consent in await Consented(personId).ToListAsync(stop))
        {
            consent.WithdrawnAt = clock.GetUtcNow();
        }
    }

    /// <summary>Whoever reads the mailbox wants no news. Holds for ever, whatever becomes of the account. Saved with the caller's change.</summary>
    public async Task Suppress(string email, CancellationToken stop)
    {
        var address = await hash.Of(email, stop);
        if (!await db.Set<Suppressed>().AnyAsync(one => one.AddressHash == address, stop))
        {
            db.Add(new Suppressed { AddressHash = address, Since = clock.GetUtcNow() });
        }

        if (await db.Set<Person>().Where(person => person.Email == email).Select(person => (Guid?)person.Id).FirstOrDefaultAsync(stop) is { } reader)
        {
            await Withdraw(reader, stop);
        }
    }

    public async Task<bool> IsSuppressed(string email, CancellationToken stop)
    {
        var address = await hash.Of(email, stop);
        return await db.Set<Suppressed>().AnyAsync(one => one.AddressHash == address, stop);
    }

    private IQueryable<Consent> Consented(Guid personId) =>
        db.Set<Consent>().Where(consent => consent.PersonId == personId && consent.Purpose == LetterKind.News && consent.WithdrawnAt == null);
}
