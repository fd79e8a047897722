using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Groups.Find;

/// <summary>The questions by which whoever asks may narrow a search: some are for the staff alone.</summary>
internal sealed class OpenFacets(IEnumerable<IGroupFacet> contributed, Here here, Acting acting, RuleBook rules)
{
    public async Task<IReadOnlyCollection<string>> Keys(CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        return [.. Listing.Facets, .. contributed.Where(facet => facet.IsQuestion).Where(facet => facet.Rule is not { } rule || acting.Person?.May(rules[rule], place.Id) == true).Select(facet => facet.Key)];
    }
}
