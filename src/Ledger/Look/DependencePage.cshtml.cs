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

    public IReadOnlyList<Dependence> Groups { get; private set; } = [];

    public IReadOnlyList<Dependence> Shown { get; private set; } = [];

    public int From { get; private set; }

    public int FunderCount { get; private set; }

    public Chart Chart { get; private set; } = null!;

    public string? Next => From + PageSize < Groups.Count ? At(From + PageSize) : null;

    public string? Previous => From == 0 ? null : At(Math.Max(0, From - PageSize));

    public async Task OnGet(int? from, CancellationToken stop)
    {
        await Read(stop);
        var groups = Dependence.Of(Cube, Filter with { Standing = Standing.Group });
        var asked = Filter.Funder is { } id ? Cube.Funder(id) : null;
        Groups = [.. groups.Where(group => Filter.Funder is null || group.Funder == asked).OrderBy(group => Cube.Alphabetical[group.Recipient])];
        FunderCount = Cube.By(Side.Funder, Filter with { Funder = null, Standing = Standing.Group }).Count(slice => slice.Sum.Pence > 0);
        From = Math.Clamp(from ?? 0, 0, Math.Max(0, Groups.Count - 1));
        Shown = [.. Groups.Skip(From).Take(PageSize)];
        Chart = new(T["How much comes from the largest funder"], T["Share of the known public money"], T["Groups"], [.. Bands()]);
    }

    public string Share(Dependence group) => group.Permille == 1000 ? T["all of it"] : T["{0}%", (group.Permille / 10m).ToString("0.0")];

    public string Open(int funder) => Address.Url("/money/dependence", Names.Narrow(Filter, Side.Funder, funder));

    private IEnumerable<ChartRow> Bands()
    {
        (string Label, long Least, long Below)[] bands =
        [
            (T["All of it"], 1000, 1001), (T["Three quarters or more"], 750, 1000), (T["Half to three quarters"], 500, 750), (T["Less than half"], 0, 500),
        ];
        return bands.Select(band =>
        {
            var count = Groups.Count(group => group.Permille >= band.Least && group.Permille < band.Below);
            return new ChartRow(band.Label, count, count.ToString("N0"));
        });
    }

    private string At(int start) => Address.Url("/money/dependence", Filter, ("from", start == 0 ? null : start.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
