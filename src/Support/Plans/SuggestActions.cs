using Trellis.Groups.Contract;

namespace Trellis.Support.Plans;

/// <summary>What a group may choose next, in one list: nothing twice, nothing that it has in hand already.</summary>
internal sealed class SuggestActions(IEnumerable<ISuggestActions> sources)
{
    private const int Most = 12;

    public async Task<IReadOnlyList<SuggestedAction>> For(OrganisationSummary group, ReadPlan.Seen? plan, CancellationToken stop)
    {
        if (plan?.Open >= ChooseActions.Most)
        {
            return [];
        }

        var found = new List<SuggestedAction>();
        foreach (var source in sources)
        {
            found.AddRange(await source.For(group, stop));
        }

        var inHand = (plan?.Lines ?? []).Select(line => line.Action).Where(action => action.State != ActionState.GivenUp).ToList();
        return [.. found.DistinctBy(one => one.Key).Where(one => inHand.All(action => action.Title != one.Title && (one.Criterion is null || action.Criterion != one.Criterion))).Take(Most)];
    }
}
