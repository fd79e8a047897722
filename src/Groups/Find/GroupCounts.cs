using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Platform.Texts;

namespace Trellis.Groups.Find;

/// <summary>What the directory holds, for the front page; each figure opens to the search that lists it.</summary>
internal sealed class GroupCounts(Db db, Texts t) : ICounts
{
    public int Order => 10;

    public async Task<IReadOnlyList<Count>> Read(Place place, CancellationToken stop)
    {
        var kinds = await db.ListedOrganisations(place.Id).GroupBy(organisation => organisation.Kind)
            .Select(kind => new { kind.Key, Number = kind.Count() }).ToDictionaryAsync(kind => kind.Key, kind => kind.Number, stop);
        (string Key, int Number, string Title)[] all =
        [
            (nameof(OrganisationKind.Charity), kinds.GetValueOrDefault(OrganisationKind.Charity), t["charities"]),
            (nameof(OrganisationKind.SportsClub), kinds.GetValueOrDefault(OrganisationKind.SportsClub), t["sports clubs"]),
            (nameof(OrganisationKind.Group), kinds.GetValueOrDefault(OrganisationKind.Group), t["other groups"]),
            (nameof(Listed.Service), await db.Services(place.Id).CountAsync(service => service.IsListed, stop), t["services open to all"]),
            (nameof(Listed.Premises), await db.Premises(place.Id).CountAsync(premises => premises.IsListed, stop), t["council buildings and land"]),
        ];
        return [.. all.Where(one => one.Number > 0).Select(one => new Count(one.Key, one.Title, one.Number.ToString("N0"), "/groups?kind=" + one.Key))];
    }
}
