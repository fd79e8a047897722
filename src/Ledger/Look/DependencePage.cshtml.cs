using Microsoft.AspNetCore.Authorization;
using Trellis.Ledger.Totals;
using Trellis.Platform;
using Trellis.Platform.Places;
using Trellis.Platform.Texts;
using Trellis.Platform.Web.Components;

namespace Trellis.Ledger.Look;

/// <summary>Which groups get most of their known public money from one funder: listed by name, since this is no ranking.</summary>
[AllowAnonymous]
internal sealed class DependencePageModel(Here here, Cubes cubes, Texts t) : MoneyPage(here, cubes, t)
{
    private const int PageSize = 50;

    private readonly List<Dependence> shown = [];
    private readonly int[] inBand = new int[4];

    /// <summary>The groups of this page.</summary>
    public IReadOnlyList<Dependence> Shown => shown;

    public int From { get; private set; }

    /// <summary>How many groups there are on all pages.</summary>
    public int Count { get; private set; }

    public int FunderCount { get; private set; }

    /// <summary>All that is known of, to whomever it went, and what of it went to names that are kept back.</summary>
    public Sum Public { get; private set; }

    public Sum KeptBack { get; private set; }

    public Chart Chart { get; private set; } = null!;

    public string? Next => From + PageSize < Count ? At(From + PageSize) : null;

    public string? Previous => From == 0 ? null : At(Math.Max(0, From - PageSize));

    public async Task OnGet(int? from, CancellationToken stop)
    {
        await Read(stop);
        From = Math.Max(0, from ?? 0);
        var groups = Filter with { Standing = Standing.Group };
        var last = default(Dependence);
        Dependence.Each(Cube, groups, group => Take(last = group));
        if (shown.Count == 0 && Count > 0)
        {
            From = Count - 1; // there were more once
            shown.Add(last);
        }

        var all = Filter with { Funder = null, Standing = null };
        (Public, KeptBack) = (Cube.Total(all), Cube.Total(all with { Standing = Standing.Redacted }));
        FunderCount = Cube.By(Side.Funder, groups with { Funder = null }).Count(slice => slice.Sum.Pence > 0);
        Chart = new(T["How much comes from the largest funder"], T["Share of the known public money"], T["Groups"], [.. Bands()]);
    }

    public string Share(Dependence group) => group.Permille == 1000 ? T["all of it"] : T["{0}%", (group.Permille / 10m).ToString("0.0")];

    /// <summary>What the group got from all funders, row by row.</summary>
    public string Rows(Dependence group) => Address.Url(Paths.Rows, Names.Narrow(Filter with { Funder = null, Standing = null }, Side.Recipient, group.Recipient));

    public string Open(int funder) => Address.Url("/money/dependence", Names.Narrow(Filter, Side.Funder, funder));

    private void Take(Dependence group)
    {
        inBand[group.Permille switch { >= 1000 => 0, >= 750 => 1, >= 500 => 2, _ => 3 }]++;
        if (Count >= From && shown.Count < PageSize)
        {
            shown.Add(group);
        }

        Count++;
    }

    private IEnumerable<ChartRow> Bands()
    {
        string[] labels = [T["All of it"], T["Three quarters or more"], T["Half to three quarters"], T["Less than half"]];
        return labels.Zip(inBand, (label, count) => new ChartRow(label, count, count.ToString("N0")));
    }

    private string At(int start) => Address.Url("/money/dependence", Filter, ("from", start == 0 ? null : start.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
