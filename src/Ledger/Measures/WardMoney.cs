using Trellis.Ledger.Coming;
using Trellis.Ledger.Look;
using Trellis.Ledger.Totals;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Platform.Texts;

namespace Trellis.Ledger.Measures;

/// <summary>What all figures about money ward by ward share: the filter that says which money, in the latest whole year.</summary>
internal abstract class WardMoney(Cubes cubes, Texts t) : IMeasure
{
    public abstract string Key { get; }

    public abstract string Title { get; }

    public abstract string Definition { get; }

    public virtual Unit Unit => Unit.Pence;

    public virtual IReadOnlyList<string> Formats => [GrantsImporter.Word, CouncilSpendImporter.Word];

    protected Texts T => t;

    /// <summary>Which money; null where the files do not tell.</summary>
    protected abstract MoneyFilter? Money(Cube cube);

    public virtual async Task<IReadOnlyList<MeasureValue>> Read(Place place, AreaKind kind, CancellationToken stop)
    {
        var cube = await cubes.For(place.Id, stop);
        if (cube.IsEmpty || kind is not (AreaKind.Ward or AreaKind.Borough) || Money(cube) is not { } filter)
        {
            return [];
        }

        MeasureValue whole = new(null, cube.Total(filter).Pence, Address.Url("/money", filter));
        if (kind == AreaKind.Borough)
        {
            return [whole];
        }

        var wards = cube.By(Side.Ward, filter).ToDictionary(slice => slice.Key, slice => slice.Sum.Pence);
        return
        [
            whole, .. cube.Wards.Select((ward, at) => (ward.Code, at)).Where(ward => ward.Code.Length > 0)
                .Select(ward => new MeasureValue(ward.Code, wards.GetValueOrDefault(ward.at), Address.Url("/money", filter with { Ward = ward.Code }))),
        ];
    }
}

/// <summary>Grants and payments to the groups that are based in a ward.</summary>
internal sealed class MoneyPerWard(Cubes cubes, Texts t) : WardMoney(cubes, t)
{
    public override string Key => "money";

    public override string Title => T["Public money to groups, last whole year"];

    public override string Definition =>
        T["Grants and payments to voluntary groups in the latest whole year from April to March. The ward is where the group is based, or for a grant the ward it says it is for. Money with the name kept back is not in it."];

    protected override MoneyFilter? Money(Cube cube) => cube.LatestWholeYear is { } year ? new() { Year = year, Standing = Standing.Group } : null;
}

/// <summary>Grants alone, of all years.</summary>
internal sealed class GrantsPerWard(Cubes cubes, Texts t) : WardMoney(cubes, t)
{
    public override string Key => "grants";

    public override string Title => T["Grants to groups, all years"];

    public override string Definition => T["All grants to voluntary groups that funders have published. The ward is where the group is based, or the ward the grant says it is for."];

    public override IReadOnlyList<string> Formats => [GrantsImporter.Word];

    protected override MoneyFilter? Money(Cube cube) => new() { Kind = Book.MoneyKind.Grants, Standing = Standing.Group };
}
