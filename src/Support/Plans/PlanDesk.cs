using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Support.Plans;

/// <summary>What every page about one group begins with: which group, and for whom.</summary>
internal sealed class PlanDesk(Here here, Db db, Acting acting)
{
    /// <summary>Null where the place has no group there.</summary>
    public async Task<OrganisationSummary?> Group(string slug, CancellationToken stop) => await db.OrganisationAt((await here.RequirePlace(stop)).Id, slug, stop);

    public Guid Me => acting.RequirePerson().PersonId;

    /// <summary>Whether they belong to the group; else they are of the staff. Whoever is both is of the group.</summary>
    public bool IsOfGroup(OrganisationSummary group) => acting.RequirePerson() is var actor && (actor.Is(Role.Lead, group.Id) || actor.Is(Role.Member, group.Id));

    /// <summary>Whether they are of the staff of the place.</summary>
    public bool IsStaff(OrganisationSummary group) => acting.RequirePerson() is var actor && (actor.Is(Role.SupportWorker, group.PlaceId) || actor.Is(Role.Manager, group.PlaceId));

    public bool MayKeep(OrganisationSummary group) => IsStaff(group) || acting.RequirePerson().Is(Role.Lead, group.Id);

    public Guid? Worker(OrganisationSummary group) => IsStaff(group) ? Me : null;
}
