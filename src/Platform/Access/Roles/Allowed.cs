using Trellis.Platform.Places;

namespace Trellis.Platform.Access;

/// <summary>Whether a rule lets somebody: where there are several places, a role in one of them does not reach what belongs to all.</summary>
public sealed class Allowed(RuleBook rules, KnownPlaces places)
{
    public async Task<bool> To(Actor actor, string rule, Guid placeId, CancellationToken stop, Guid? organisationId = null) =>
        rules[rule].IsOfInstallation && await AreSeveral(stop) ? actor.May(rules[rule], Guid.Empty) : actor.May(rules[rule], placeId, organisationId);

    /// <summary>Whether they answer for all places: the operator does, and whoever administers the only one.</summary>
    public async Task<bool> AreForAll(Actor actor, CancellationToken stop) => actor.Is(Role.Operator, Guid.Empty) || !await AreSeveral(stop);

    private async Task<bool> AreSeveral(CancellationToken stop) => (await places.All(stop)).Count > 1;
}
