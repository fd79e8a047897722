using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>Who speaks for a group and who belongs to it here; its leads invite further people.</summary>
[Requires(AccessRules.ManageGroupPeople)]
internal sealed class GroupPeopleModel(Db db, Acting acting) : InvitePage
{
    public sealed record Line(Appointment Role, Person Person);

    public Actor Me => acting.RequirePerson();

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public override string Path => Scope.Path + "/people";

    protected override async Task<Guid?> FindScope(CancellationToken stop)
    {
        foreach (var scope in Services.GetServices<IScopeOfAddress>())
        {
            if (await scope.Find(HttpContext, Place.Id, stop) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    protected override async Task LookFurther(CancellationToken stop) => Lines = await (
        from role in db.Set<Appointment>().AsNoTracking()
        join person in db.Set<Person>() on role.PersonId equals person.Id
        where role.ScopeId == Scope.Id && role.PlaceId == Place.Id && role.EndedAt == null
        orderby role.Role, person.Name, person.Email
        select new Line(role, person)).ToListAsync(stop);
}
