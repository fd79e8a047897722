using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;

namespace Trellis.Platform.Privacy;

/// <summary>Erases accounts of people who hold no role and have not come for three years. A browser they signed in with is known for as long, so that its row tells.</summary>
public sealed class EndIdleAccounts(Db db, ErasePerson erase, TimeProvider clock)
{
    public const int Days = 1_096;

    /// <summary>How many the next night will erase.</summary>
    public Task<int> Preview(CancellationToken stop) => Idle().CountAsync(stop);

    /// <summary>Erases them one by one; returns how many.</summary>
    public async Task<int> Handle(CancellationToken stop)
    {
        var erased = 0;
        foreach (var person in await Idle().Select(one => one.Id).ToListAsync(stop))
        {
            erased += await erase.Handle(person, "Not come for three years", stop) is { Succeeded: true } ? 1 : 0;
        }

        return erased;
    }

    private IQueryable<Person> Idle()
    {
        var since = clock.GetUtcNow().AddDays(-Days);
        return db.Set<Person>().AsNoTracking().Where(person => !person.IsSample && person.CreatedAt < since
            && !db.Set<Appointment>().Any(role => role.PersonId == person.Id && (role.EndedAt == null || role.EndedAt >= since))
            && !db.Set<KnownDevice>().Any(device => device.PersonId == person.Id && device.LastSeenAt >= since)
            && !db.Set<Session>().Any(session => session.PersonId == person.Id && session.SeenAt >= since)
            && !db.Set<LegalHold>().Any(hold => hold.PersonId == person.Id && hold.EndedAt == null));
    }
}
