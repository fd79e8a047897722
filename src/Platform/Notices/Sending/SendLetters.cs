using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;
using Trellis.Platform.Jobs;

namespace Trellis.Platform.Notices;

/// <summary>Takes waiting letters in order and hands them over. Nothing is lost, and a letter whose fate is unknown is handed over a second time, never a third.</summary>
internal sealed class SendLetters(Db db, Post post, MakeMail make, SortLetter sort, TakeReturned returned, Digests digests, MailSettings settings, TimeProvider clock)
{
    private const int AtOnce = 20;
    private const int Tries = 14;
    private const int MostHanded = 2;

    /// <summary>A digest is at most a week away; a later time was written by a clock that has been put right since.</summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(8);

    public static readonly Job Job = new("letters", "Send the letters that wait", Rhythm.Always, (scope, stop) => scope.GetRequiredService<SendLetters>().Run(stop))
    {
        IsWanted = (scope, stop) => scope.GetRequiredService<SendLetters>().IsWanted(stop),
    };

    private async Task<bool> IsWanted(CancellationToken stop) => settings.IsOn && (await Due(LetterState.Waiting).AnyAsync(stop) || await Due(LetterState.Gathering).AnyAsync(stop));

    public async Task<string> Run(CancellationToken stop)
    {
        await using ICarrier carrier = settings.Host is null ? new FolderCarrier(settings.Folder!) : new SmtpCarrier(settings, clock);
        var sent = 0;
        await digests.Handle(Due(LetterState.Gathering), stop);
        while (await Due(LetterState.Waiting).OrderBy(letter => letter.Id).Take(AtOnce).ToListAsync(stop) is { Count: > 0 } letters)
        {
            foreach (var letter in letters)
            {
                sent += await Send(letter, carrier, stop) ? 1 : 0;
            }
        }

        return sent == 1 ? "Sent one letter." : $"Sent {sent:N0} letters.";
    }

    private IQueryable<Letter> Due(LetterState state)
    {
        var (now, furthest) = (clock.GetUtcNow(), clock.GetUtcNow() + Furthest);
        return db.Set<Letter>().Where(letter => letter.State == state && (letter.DueAt <= now || letter.DueAt > furthest));
    }

    private async Task<bool> Send(Letter letter, ICarrier carrier, CancellationToken stop)
    {
        try
        {
            if (await sort.Handle(letter, stop) && Mail(letter) is { } mail)
            {
                await Claim(letter, stop);
                await Carry(letter, mail, carrier, stop);
            }

            await db.SaveChangesAsync(CancellationToken.None);
            return letter.State == LetterState.Sent;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Entry(letter).State = EntityState.Detached; // somebody else has it in hand
            return false;
        }
    }

    /// <summary>Null, and the letter set aside, where no mail can be made of it.</summary>
    private MimeKit.MimeMessage? Mail(Letter letter)
    {
        if (letter.Handed >= MostHanded)
        {
            Park(letter, "It was handed to the mail server twice, which did not say whether it took it. It may have arrived. “Try again” sends it once more.");
            return null;
        }

        try
        {
            if (make.Handle(letter, post.Subject(letter), post.Read(letter)) is { } mail)
            {
                return mail;
            }

            Park(letter, "This is not an address that mail can reach.");
        }
        catch (CryptographicException)
        {
            Park(letter, "It was written with keys that this installation no longer has, so nobody can read it any more.");
        }

        return null;
    }

    /// <summary>Written down before the letter is handed over, so that a kill in between is known of afterwards.</summary>
    private Task Claim(Letter letter, CancellationToken stop)
    {
        letter.Attempts++;
        letter.Handed++;
        letter.DueAt = clock.GetUtcNow() + Wait(letter.Attempts);
        return db.SaveChangesAsync(stop);
    }

    private async Task Carry(Letter letter, MimeKit.MimeMessage mail, ICarrier carrier, CancellationToken stop)
    {
        try
        {
            await Note(letter, await carrier.Carry(mail, stop));
        }
        catch (MailServerAwayException)
        {
            (letter.Attempts, letter.Handed, letter.DueAt) = (letter.Attempts - 1, letter.Handed - 1, clock.GetUtcNow());
            await db.SaveChangesAsync(CancellationToken.None);
            throw; // the whole job waits, and says why on its page
        }
    }

    private async Task Note(Letter letter, Delivery delivery)
    {
        letter.Handed -= delivery.Fate == Fate.Unsure ? 0 : 1;
        letter.Trouble = OneLine.Of(delivery.Why);
        switch (delivery.Fate)
        {
            case Fate.Accepted:
                letter.SentAt = clock.GetUtcNow();
                letter.End(LetterState.Sent);
                break;
            case Fate.NoSuchAddress:
                await returned.Mark(letter.Email, delivery.Why, CancellationToken.None);
                Park(letter, delivery.Why);
                break;
            case Fate.Refused:
                Park(letter, delivery.Why);
                break;
            case Fate.NotNow when letter.Attempts >= Tries:
                Park(letter, $"Tried {Tries} times. {delivery.Why}");
                break;
        }
    }

    private static void Park(Letter letter, string why) => (letter.State, letter.Trouble) = (LetterState.Parked, OneLine.Of(why));

    /// <summary>1, 2, 4 … minutes, at most four hours: fourteen tries take a day and a half.</summary>
    internal static TimeSpan Wait(int attempts) => TimeSpan.FromMinutes(Math.Min(240, 1 << Math.Clamp(attempts - 1, 0, 8)));
}
