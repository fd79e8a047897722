using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Notices;

/// <summary>Makes one letter of all that gathered for a reader in a day or a week.</summary>
internal sealed class Digests(Db db, Post post)
{
    private const int Hour = 7;

    /// <summary>When a letter of this time is read in a digest: at seven the next morning, or the next Monday. Null for one that goes as it comes.</summary>
    public static DateTimeOffset? Next(Digest digest, DateTimeOffset queued)
    {
        if (digest == Digest.AsItComes)
        {
            return null;
        }

        var today = new DateTimeOffset(queued.UtcDateTime.Date, TimeSpan.Zero).AddHours(Hour);
        var morning = today > queued ? today : today.AddDays(1);
        return digest == Digest.Daily ? morning : morning.AddDays(((int)DayOfWeek.Monday - (int)morning.DayOfWeek + 7) % 7);
    }

    /// <summary>Each reader's digest, saved together with the end of its parts: nothing is lost and nothing comes twice.</summary>
    public async Task Handle(IQueryable<Letter> due, CancellationToken stop)
    {
        var letters = await due.OrderBy(letter => letter.Id).ToListAsync(stop);
        foreach (var parts in letters.GroupBy(letter => (letter.Email, letter.PersonId, letter.PlaceId, letter.Kind)))
        {
            var read = parts.Select(Read).OfType<(string Subject, string Text)>().ToList();
            if (read.Count > 0)
            {
                post.Queue(new(parts.Key.Email, Subject(read), Text(read), parts.Key.Kind, parts.Key.PersonId, parts.Key.PlaceId));
            }
        }

        await db.SaveChangesAsync(stop);
    }

    private (string Subject, string Text)? Read(Letter part)
    {
        try
        {
            var read = (post.Subject(part), post.Read(part));
            part.End(LetterState.Gathered);
            return read;
        }
        catch (CryptographicException)
        {
            (part.State, part.Trouble) = (LetterState.Parked, "It was written with keys that this installation no longer has, so nobody can read it any more.");
            return null;
        }
    }

    private static string Subject(List<(string Subject, string Text)> read) => read.Count == 1 ? read[0].Subject : $"{read.Count} messages from Trellis";

    private static string Text(List<(string Subject, string Text)> read) =>
        read.Count == 1 ? read[0].Text : string.Join("\n\n————————\n\n", read.Select((one, place) => $"{place + 1}. {one.Subject}\n\n{one.Text.Trim('\n')}"));
}
