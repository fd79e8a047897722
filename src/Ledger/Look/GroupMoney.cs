using Trellis.Groups.Contract;
using Trellis.Ledger.Rows;
using Trellis.Ledger.Totals;
using Trellis.Platform;
using Trellis.Platform.Places;
using Trellis.Platform.Texts;
using Trellis.Platform.Web.Components;

namespace Trellis.Ledger.Look;

/// <summary>The part of a group's page about the public money it got.</summary>
internal sealed class GroupMoney(Here here, Cubes cubes, MoneySources sources, Texts t) : IGroupSections
{
    public int Order => 20;

    public async Task<IReadOnlyList<GroupSection>> For(Guid organisationId, CancellationToken stop)
    {
        if (await here.Place(stop) is not { } place)
        {
            return [];
        }

        var cube = await cubes.For(place.Id, stop);
        if (cube.IsEmpty)
        {
            return [];
        }

        int? recipient = cube.Recipient(organisationId) is { } at ? cube.Recipients[at].Id : null;
        return
        [
            new("money", t["Public money"], "/Ledger/Look/_GroupMoney.cshtml", recipient is { } known ? Seen(cube, known) : new GroupMoneySeen(default, null, null, null, null))
            {
                SaysNothing = recipient is null,
                SourceIds = recipient is { } paid ? await sources.Of(cube, new MoneyFilter { Recipient = paid }, stop) : [],
            },
        ];
    }

    private GroupMoneySeen Seen(Cube cube, int recipient)
    {
        var filter = new MoneyFilter { Recipient = recipient };
        var names = new Names(cube, t);
        return new(
            cube.Total(filter), Paths.Recipient(recipient),
            Bars(cube, names, filter, Side.Year, t["By year, April to March"]), Bars(cube, names, filter, Side.Funder, t["By funder"]),
            Sentence(cube, filter));
    }

    private Chart Bars(Cube cube, Names names, MoneyFilter filter, Side side, string title) => new(
        title, names.One(side), t["Pounds"],
        [
            .. cube.By(side, filter).Select(slice => new ChartRow(
                names.Of(side, slice.Key), slice.Sum.Pence, new Money(slice.Sum.Pence).ToString(), Address.Url(Paths.Rows, names.Narrow(filter, side, slice.Key)))),
        ]);

    /// <summary>How much of the known money comes from one funder, as plain information.</summary>
    private string? Sentence(Cube cube, MoneyFilter filter)
    {
        Dependence? found = null;
        Dependence.Each(cube, filter, its => found = its);
        if (found is not { } only)
        {
            return null;
        }

        var funder = cube.Funders[only.Funder].Name;
        return only.Permille == 1000
            ? t["All of the public money that we know of comes from {0}.", funder]
            : t["{0}% of the public money that we know of comes from {1}.", (only.Permille / 10m).ToString("0"), funder];
    }
}

/// <summary>What a group's page shows of its money; charts are null where nothing is known.</summary>
internal sealed record GroupMoneySeen(Sum Total, string? Url, Chart? ByYear, Chart? ByFunder, string? Dependence);
