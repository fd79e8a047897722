using Trellis.Platform.Access;
using Trellis.Platform.Data;

namespace Trellis.Groups.Contract;

public static class Leads
{
    /// <summary>Who speaks for the group now.</summary>
    public static IQueryable<Person> LeadsOf(this Db db, Guid organisation) =>
        from appointment in db.Set<Appointment>()
        join person in db.Set<Person>() on appointment.PersonId equals person.Id
        where appointment.ScopeId == organisation && appointment.Role == Role.Lead && appointment.EndedAt == null && person.DisabledAt == null
        select person;
}
