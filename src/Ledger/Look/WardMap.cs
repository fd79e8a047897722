using Trellis.Ledger.Totals;
using Trellis.Platform;
using Trellis.Platform.Places;
using Trellis.Platform.Places.Drawing;

namespace Trellis.Ledger.Look;

/// <summary>The wards with the money of those who are based there.</summary>
internal static class WardMap
{
    /// <summary>Null where the place has no wards, or one is chosen already.</summary>
    public static async Task<AreaMap?> Draw(Maps maps, MoneyPage page, CancellationToken stop)
    {
        if (page.Cube.Wards.Count < 2 || page.Filter.Ward is not null || page.Cube.IsEmpty)
        {
            return null;
        }

        var sums = page.Cube.By(Side.Ward, page.Filter).ToDictionary(slice => slice.Key, slice => slice.Sum.Pence);
        var shapes = page.Cube.Wards.Select((ward, at) => (ward, at)).Skip(1).Select(pair =>
        {
            var pence = sums.GetValueOrDefault(pair.at);
            return new AreaShape(pair.ward.Code, pair.ward.Name, pence, new Money(pence).ToString(), page.Open(Side.Ward, pair.at));
        });
        var map = await maps.Of(
            page.Place.Id, AreaKind.Ward, page.T["Public money by ward"],
            page.T["Money of those recipients whose ward we know. The ward is where they are based, or for a grant the ward it says it is for."], [.. shapes], stop);
        return map with { ValueTitle = page.T["Pounds"], Write = pence => new Money(pence).ToShortString() };
    }
}
