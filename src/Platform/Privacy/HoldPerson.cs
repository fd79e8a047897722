using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;

namespace Trellis.Platform.Privacy;

/// <summary>Keeps all that is kept of a person for now, and lets it go again.</summary>
public sealed class HoldPerson(Db db, Turns turns, TimeProvider clock)
{
    private const int Longest = 500;

    /// <summary>What whoever asks for erasing reads meanwhile.</summary>
    public static readonly Problem Held = new("", "What is kept of this person is needed for now, for a complaint, a claim or an inquiry. The law lets us keep it until that is over. Nothing was erased; ask an administrator of the place.");

    /// <summary>One who is held, and who said so.</summary>
    public sealed record Line(LegalHold Hold, Person Person);

    /// <summary>The hold of this place; null where there is none.</summary>
    public Task<LegalHold?> Of(Guid personId, Guid placeId, CancellationToken stop) => Living().FirstOrDefaultAsync(one => one.PersonId == personId && one.PlaceId == placeId, stop);

    /// <summary>Whether any place holds them: what is needed in one is not erased through another.</summary>
    public Task<bool> IsHeld(Guid personId, CancellationToken stop) => Living().AnyAsync(one => one.PersonId == personId, stop);

    /// <param name="place">Only those of this place; all where null.</param>
    public async Task<IReadOnlyList<Line>> All(Guid? place, CancellationToken stop) =>
    [
        .. (await Living().Where(one => place == null || one.PlaceId == place).Join(db.Set<Person>(), hold => hold.PersonId, person => person.Id, (hold, person) => new { hold, person }).AsNoTracking().ToListAsync(stop))
            .Select(one => new Line(one.hold, one.person)).OrderBy(line => line.Person.ShownName, StringComparer.CurrentCulture),
    ];

    public async Task<Result<LegalHold>> Begin(Guid personId, Guid placeId, string? reason, Guid byWhom, CancellationToken stop)
    {
        if (reason?.Trim() is not { Length: > 0 and <= Longest } text)
        {
            return new Problem("HoldReason", "Say for what it is needed, in at most 500 letters: which complaint, claim or inquiry.");
        }

        return await turns.Do<LegalHold>("hold " + personId, async () =>
        {
            if (await Of(personId, placeId, stop) is { } already)
            {
                return already;
            }

            var now = clock.GetUtcNow();
            return db.Add(new LegalHold { Id = Guid.CreateVersion7(now), PlaceId = placeId, PersonId = personId, Reason = text, Since = now, ById = byWhom }).Entity;
        }, stop);
    }

    /// <summary>False where there is none.</summary>
    public async Task<bool> End(Guid personId, Guid placeId, Guid byWhom, CancellationToken stop)
    {
        if (await Of(personId, placeId, stop) is not { } hold)
        {
            return false;
        }

        (hold.EndedAt, hold.EndedBy) = (clock.GetUtcNow(), byWhom);
        await db.SaveChangesAsync(stop);
        return true;
    }

    private IQueryable<LegalHold> Living() => db.Set<LegalHold>().Where(one => one.EndedAt == null);
}
