using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Platform.Access;

internal static class PeopleTables
{
    /// <summary>Everybody who holds or has held a role in the place or one of its groups.</summary>
    public static IQueryable<Person> PeopleOf(this Db db, Guid placeId) =>
        db.Set<Person>().Where(person => db.Set<Appointment>().Any(one => one.PersonId == person.Id && one.PlaceId == placeId));

    /// <summary>The roles held now by people who can sign in.</summary>
    public static IQueryable<Appointment> Living(this Db db) =>
        db.Set<Appointment>().Where(one => one.EndedAt == null && db.Set<Person>().Any(person => person.Id == one.PersonId && person.DisabledAt == null));

    /// <summary>Whether nobody but this person administers the place. Sample people can take over from each other only.</summary>
    public static async Task<bool> IsLastAdministrator(this Db db, Person person, Guid placeId, CancellationToken stop)
    {
        // Read before they are counted: whoever changes them between the counting and the saving has then changed what ChangeAdministrators saves over.
        await db.Places().FirstOrDefaultAsync(one => one.Id == placeId, stop);
        return await db.Living().AnyAsync(one => one.PersonId == person.Id && one.Role == Role.Administrator && one.ScopeId == placeId, stop)
            && !await db.Living().AnyAsync(one => one.PersonId != person.Id && one.Role == Role.Administrator && one.ScopeId == placeId
                && (person.IsSample || db.Set<Person>().Any(other => other.Id == one.PersonId && !other.IsSample)), stop);
    }

    /// <summary>Whether nobody but this person can run the installation. Read and saved over as for <see cref="IsLastAdministrator"/>, with the first place.</summary>
    public static async Task<bool> IsLastOperator(this Db db, Person person, CancellationToken stop)
    {
        await db.Places().OrderBy(one => one.Id).FirstOrDefaultAsync(stop);
        return await db.Living().AnyAsync(one => one.PersonId == person.Id && one.Role == Role.Operator, stop)
            && !await db.Living().AnyAsync(one => one.PersonId != person.Id && one.Role == Role.Operator && db.Set<Person>().Any(other => other.Id == one.PersonId && !other.IsSample), stop);
    }

    /// <summary>As <see cref="ChangeAdministrators"/>, of the installation.</summary>
    public static async Task ChangeOperators(this Db db, CancellationToken stop)
    {
        var first = await db.Places().OrderBy(one => one.Id).FirstAsync(stop);
        db.Entry(first).Property(one => one.Version).CurrentValue++;
    }

    /// <summary>Makes whoever changes the place's administrators at the same time fail: two could otherwise each rely on the other to stay.</summary>
    public static async Task ChangeAdministrators(this Db db, Guid placeId, CancellationToken stop)
    {
        var place = await db.Places().FirstAsync(one => one.Id == placeId, stop);
        db.Entry(place).Property(one => one.Version).CurrentValue++;
    }
}
