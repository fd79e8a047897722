using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Groups.Mailing;

/// <summary>What was sent to lists, and what became of it.</summary>
internal sealed class ReadMailings(Db db)
{
    private const int Most = 50;

    /// <summary>How many letters came to this end, and why where there is a reason.</summary>
    /// <param name="State">Null where the letter is no longer kept.</param>
    public sealed record Fate(LetterState? State, string? Why, int Letters);

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<NewsMailing>> To(Guid list, Guid placeId, CancellationToken stop) =>
        await db.Set<NewsMailing>().AsNoTracking().Where(one => one.PlaceId == placeId && one.ListId == list).OrderByDescending(one => one.QueuedAt).ThenByDescending(one => one.Id).Take(Most).ToListAsync(stop);

    /// <summary>Null where the place has none of this id.</summary>
    public Task<NewsMailing?> One(Guid placeId, Guid id, CancellationToken stop) =>
        db.Set<NewsMailing>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id && one.PlaceId == placeId, stop);

    public async Task<IReadOnlyList<Fate>> Fates(Guid mailing, CancellationToken stop)
    {
        var rows = await (
            from sent in db.Set<MailedLetter>()
            where sent.MailingId == mailing
            join letter in db.Set<Letter>() on sent.LetterId equals letter.Id into letters
            from letter in letters.DefaultIfEmpty()
            select new { State = letter == null ? null : (LetterState?)letter.State, Why = letter == null ? null : letter.Trouble }).AsNoTracking().ToListAsync(stop);
        return [.. rows.GroupBy(row => (row.State, Why: row.State is LetterState.Withheld or LetterState.Parked ? row.Why : null))
            .OrderBy(same => same.Key.State).Select(same => new Fate(same.Key.State, same.Key.Why, same.Count()))];
    }
}
