using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>Shuts somebody out, roles and all, until they are enabled again.</summary>
internal sealed class DisablePerson(Db db, EndSessions end, Trail trail, TimeProvider clock)
{
    /// <param name="Enable">True to let them in again.</param>
    public sealed record Form(Guid PersonId, string? Because, bool Enable);

    /// <summary>Null where the place has no such person.</summary>
    public async Task<Result<Person>?> Handle(Actor by, Form form, Guid placeId, CancellationToken stop)
    {
        if (await db.PeopleOf(placeId).FirstOrDefaultAsync(one => one.Id == form.PersonId, stop) is not { } person)
        {
            return null;
        }

        if (await Hindrance(by, person, form.Enable, placeId, stop) is { } hindrance)
        {
            return hindrance;
        }

        if (Reason.Tidy(form.Because) is not { } reason)
        {
            return Reason.Missing;
        }

        person.DisabledAt = form.Enable ? null : person.DisabledAt ?? clock.GetUtcNow();
        await db.ChangeAdministrators(placeId, stop);
        await end.All(person.Id, except: null, stop);
        trail.Because(reason);
        await db.SaveChangesAsync(stop);
        return person;
    }

    /// <summary>What must be done first; null where nothing stands in the way.</summary>
    private async Task<Problem?> Hindrance(Actor by, Person person, bool enable, Guid placeId, CancellationToken stop)
    {
        if (person.Id == by.PersonId)
        {
            return new("Because", "You cannot disable your own account. Another administrator can.");
        }

        var roles = await db.Set<Appointment>().Where(one => one.PersonId == person.Id && one.EndedAt == null).ToListAsync(stop);
        if (!by.Is(Role.Operator, Guid.Empty) && roles.Any(one => one.PlaceId != placeId))
        {
            return new("Because", "This account is used beyond this place, so only the operator of the installation can disable it. You can end its roles here.");
        }

        return !enable && await db.IsLastAdministrator(person, placeId, stop)
            ? new("Because", $"{person.ShownName} is the only administrator. Make somebody else one first.")
            : null;
    }
}
