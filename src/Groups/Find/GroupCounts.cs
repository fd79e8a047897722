using Trellis.Groups.Contract;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Platform.Search;
using Trellis.Platform.Texts;

namespace Trellis.Groups.Find;

/// <summary>What the directory holds, for the front page; each figure opens to the search that lists it.</summary>
internal sealed class GroupCounts(GroupDirectory directory, Texts t) : ICounts
{
    public int Order => 10;

    public async Task<IReadOnlyList<Count>> Read(Place place, CancellationToken stop)
    {
        var kinds = await Kinds(place.Id, stop);
        (string Key, string Title)[] all =
        [
            (nameof(OrganisationKind.Charity), t["charities"]),
            (nameof(OrganisationKind.SportsClub), t["sports clubs"]),
            (nameof(OrganisationKind.Group), t["other groups"]),
            (nameof(Listed.Service), t["services open to all"]),
            (nameof(Listed.Premises), t["council buildings and land"]),
        ];
        return [.. all.Where(one => kinds.ContainsKey(one.Key)).Select(one => new Count(one.Key, one.Title, kinds[one.Key].ToString("N0"), "/groups?kind=" + one.Key))];
    }

    /// <summary>Counted where the search counts: the tables of a country take a hundred times as long. None while a large place is read for the first time.</summary>
    private async Task<Dictionary<string, int>> Kinds(Guid placeId, CancellationToken stop)
    {
        try
        {
            var index = (await directory.Now(placeId, stop))?.Index;
            return index?.Search(new Question { Take = 0 }).Facets[Listing.Kind].ToDictionary(kind => kind.Value, kind => kind.Count) ?? [];
        }
        catch (TimeoutException)
        {
            return [];
        }
    }
}
