using Microsoft.AspNetCore.Authorization;
using Trellis.Ledger.Book;
using Trellis.Ledger.Totals;
using Trellis.Platform;
using Trellis.Platform.Places;
using Trellis.Platform.Places.Drawing;
using Trellis.Platform.Texts;

namespace Trellis.Ledger.Look;

/// <summary>All public money of the place, or the part that the address asks for, from every side.</summary>
[AllowAnonymous]
internal sealed class OverviewModel(Here here, Cubes cubes, Maps maps, Texts t) : MoneyPage(here, cubes, t)
{
    public AreaMap? Map { get; private set; }

    public Sum ToGroups { get; private set; }

    public Sum KeptBack { get; private set; }

    public Sum Unmatched { get; private set; }

    /// <summary>What was passed on and is taken off, so that it is counted once; 0 or more.</summary>
    public long PassedOn { get; private set; }

    public int RecipientCount { get; private set; }

    public async Task OnGet(CancellationToken stop)
    {
        await Read(stop);
        var known = Cube.By(Side.Standing, Filter).ToDictionary(slice => (Standing)slice.Key, slice => slice.Sum);
        (ToGroups, KeptBack, Unmatched) = (known.GetValueOrDefault(Standing.Group), known.GetValueOrDefault(Standing.Redacted), known.GetValueOrDefault(Standing.Unmatched));
        PassedOn = Filter.Recipient is null ? Cube.PassedOn(Filter) : 0;
        RecipientCount = Cube.Count(Side.Recipient, Filter, key => Cube.Recipients[key].Standing != Standing.Redacted);
        Map = await WardMap.Draw(maps, this, stop);
    }

    /// <summary>Part of the whole in per cent, without decimals.</summary>
    public string Share(Sum part) => Part(part, Total);

    public string Pounds(Sum sum) => new Money(sum.Pence).ToShortString();
}
