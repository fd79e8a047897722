using Microsoft.EntityFrameworkCore;
using Trellis.Ledger.Totals;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Platform.Texts;

namespace Trellis.Ledger.Measures;

/// <summary>Grants and payments to the groups that are based in a ward, shared out over the people who live there.</summary>
internal sealed class MoneyPerHead(Cubes cubes, Db db, Texts t) : WardMoney(cubes, t)
{
    public override string Key => "money-per-head";

    public override string Title => T["Public money to groups for each resident, last whole year"];

    public override string Definition =>
        T["Grants and payments to voluntary groups in the latest whole year from April to March, divided by the number of residents. The ward is where the group is based; a group may well work all over the borough."];

    public override Unit Unit => Unit.PencePerHead;

    public override async Task<IReadOnlyList<MeasureValue>> Read(Place place, AreaKind kind, CancellationToken stop)
    {
        var people = await People(place.Id, stop);
        var wards = await db.Areas(place.Id).Where(area => area.Kind == AreaKind.Ward).Select(area => area.Code).ToListAsync(stop);
        var all = wards.Sum(code => people.GetValueOrDefault(code));
        return
        [
            .. from value in await base.Read(place, kind, stop)
               let count = value.AreaCode is null ? all : people.GetValueOrDefault(value.AreaCode)
               where count > 0
               select value with { Value = (long)Math.Round((decimal)value.Value / count) },
        ];
    }

    protected override MoneyFilter? Money(Cube cube) => cube.LatestWholeYear is { } year ? new() { Year = year, Standing = Standing.Group } : null;

    /// <summary>The residents of each area by the latest count.</summary>
    private async Task<Dictionary<string, long>> People(Guid placeId, CancellationToken stop)
    {
        var figures = await db.AreaFigures(placeId).AsNoTracking().Where(figure => figure.Measure == "population").ToListAsync(stop);
        return figures.GroupBy(figure => figure.AreaCode).ToDictionary(group => group.Key, group => group.MaxBy(figure => figure.Period)!.Value);
    }
}
