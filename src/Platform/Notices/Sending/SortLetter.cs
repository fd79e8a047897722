using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Notices;

/// <summary>Looks, just before a letter would go, whether its reader wants it, wants it later, or cannot be reached.</summary>
internal sealed class SortLetter(Db db, News news, MailSettings settings)
{
    /// <summary>False where the letter is not to be sent now; why not stands in it.</summary>
    public async Task<bool> Handle(Letter letter, CancellationToken stop)
    {
        if (settings.Host is not null && letter.Email.EndsWith(".example", StringComparison.OrdinalIgnoreCase))
        {
            letter.End(LetterState.Withheld, "A made-up person of the demo: no mail reaches them.");
        }
        else if (letter.Kind != LetterKind.Account && await db.Set<Unreachable>().AnyAsync(address => address.Email == letter.Email, stop))
        {
            letter.End(LetterState.Withheld, "The address has returned a letter before.");
        }
        else if (letter.Kind == LetterKind.News && !await WantsNews(letter, stop))
        {
            letter.End(LetterState.Withheld, "Its reader has not asked for news, or wants no more.");
        }
        else if (letter.MayWait && await NextDigest(letter, stop) is { } due)
        {
            (letter.State, letter.DueAt) = (LetterState.Gathering, due);
        }
        else
        {
            return true;
        }

        return false;
    }

    /// <summary>Where the list of those who want none cannot be read any more, nobody gets news.</summary>
    private async Task<bool> WantsNews(Letter letter, CancellationToken stop)
    {
        try
        {
            return await news.MaySend(letter.PersonId, letter.Email, stop);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private async Task<DateTimeOffset?> NextDigest(Letter letter, CancellationToken stop) =>
        letter.PersonId is { } person && await db.Set<LetterChoice>().AsNoTracking().FirstOrDefaultAsync(choice => choice.PersonId == person, stop) is { } choice
            ? Digests.Next(choice.Digest, letter.QueuedAt) : null;
}
