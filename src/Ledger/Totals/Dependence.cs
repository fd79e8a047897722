namespace Trellis.Ledger.Totals;

/// <summary>How much of one recipient's public money that we know of comes from its largest funder.</summary>
/// <param name="Recipient">The position in the cube's list.</param>
/// <param name="Funder">The position of the largest funder.</param>
/// <param name="Pence">What came from all funders.</param>
/// <param name="Permille">The largest funder's part, in thousandths.</param>
internal sealed record Dependence(int Recipient, int Funder, long Pence, long Permille)
{
    /// <summary>Each recipient that the filter means; one that gave back more than it got is left out.</summary>
    public static IReadOnlyList<Dependence> Of(Cube cube, MoneyFilter filter) =>
    [
        .. from pair in cube.By(Side.Recipient, Side.Funder, filter with { Funder = null })
           group (Funder: pair.Key.Second, pair.Value.Pence) by pair.Key.First into funders
           let all = funders.Sum(funder => funder.Pence)
           let largest = funders.MaxBy(funder => funder.Pence)
           where all > 0
           select new Dependence(funders.Key, largest.Funder, all, Math.Min(1000, largest.Pence * 1000 / all)),
    ];
}
