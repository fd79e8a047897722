using Microsoft.AspNetCore.Http;
using Trellis.Groups.Contract;

namespace Trellis.Groups.Find;

/// <summary>Finds groups for other parts as the page of search does: by old names, too.</summary>
internal sealed class PickGroups(FindGroups find, OpenFacets facets) : GroupSearch
{
    public override async Task<IReadOnlyList<FoundGroup>> Find(string words, int most, CancellationToken stop)
    {
        var asked = new Asked(new QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["q"] = words, ["typing"] = "1" }), await facets.Keys(stop));
        var (_, rows) = await find.All(asked, stop);
        var found = new List<FoundGroup>();
        await foreach (var row in rows.WithCancellation(stop))
        {
            if (row.Listed == Listed.Group)
            {
                found.Add(new(row.Id, row.Slug, row.Name, row.AlsoKnownAs, row.Kind, row.Postcode));
                if (found.Count == most)
                {
                    break;
                }
            }
        }

        return found;
    }
}
