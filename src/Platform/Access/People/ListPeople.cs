using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>Who holds which role in the place, found by a part of the name or address.</summary>
internal sealed class ListPeople(Db db)
{
    public const int PageSize = 20;

    public sealed record Line(Person Person, IReadOnlyList<Appointment> Roles, DateTimeOffset? SeenAt);

    public sealed record Found(IReadOnlyList<Line> Lines, int Total);

    /// <param name="words">A part of a name or address; all where empty.</param>
    /// <param name="page">From 1.</param>
    [SuppressMessage("Globalization", "CA1304", Justification = "Becomes SQL's lower")]
    [SuppressMessage("Globalization", "CA1311", Justification = "Becomes SQL's lower")]
    [SuppressMessage("Performance", "CA1862", Justification = "Becomes SQL's lower")]
    public async Task<Found> Handle(Guid placeId, string? words, int page, CancellationToken stop)
    {
        var people = db.PeopleOf(placeId).AsNoTracking();
        foreach (var word in (words ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5))
        {
            people = people.Where(person => person.Name.ToLower().Contains(word) || person.Email.Contains(word));
        }

        var total = await people.CountAsync(stop);
        var shown = await people.OrderBy(person => person.DisabledAt != null).ThenBy(person => person.Name == "" ? person.Email : person.Name).ThenBy(person => person.Id)
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        return new(await Lines(placeId, shown, stop), total);
    }

    /// <summary>One of them, with the roles held here now; null where the place has no such person.</summary>
    public async Task<Line?> One(Guid placeId, Guid personId, CancellationToken stop) =>
        await db.PeopleOf(placeId).AsNoTracking().FirstOrDefaultAsync(one => one.Id == personId, stop) is { } person ? (await Lines(placeId, [person], stop))[0] : null;

    private async Task<List<Line>> Lines(Guid placeId, List<Person> people, CancellationToken stop)
    {
        var ids = people.ConvertAll(person => person.Id);
        var roles = (await db.Set<Appointment>().AsNoTracking().Where(one => ids.Contains(one.PersonId) && one.PlaceId == placeId && one.EndedAt == null).OrderBy(one => one.Since).ToListAsync(stop)).ToLookup(one => one.PersonId);
        var seen = (await db.Set<Session>().Where(one => ids.Contains(one.PersonId)).GroupBy(one => one.PersonId).Select(of => new { of.Key, At = of.Max(one => one.SeenAt) }).ToListAsync(stop)).ToDictionary(one => one.Key, one => one.At);
        return people.ConvertAll(person => new Line(person, [.. roles[person.Id]], seen.TryGetValue(person.Id, out var at) ? at : null));
    }
}
