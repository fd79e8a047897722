namespace Trellis.Ledger.Totals;

/// <summary>How much of one recipient's public money that we know of comes from its largest funder.</summary>
/// <param name="Recipient">The position in the cube's list.</param>
/// <param name="Funder">The position of the largest funder.</param>
/// <param name="Pence">What came from all funders.</param>
/// <param name="Permille">The largest funder's part, in thousandths.</param>
internal readonly record struct Dependence(int Recipient, int Funder, long Pence, long Permille)
{
    /// <summary>Each recipient that the filter means; one that gave back more than it got is left out.</summary>
    public static IReadOnlyList<Dependence> Of(Cube cube, MoneyFilter filter)
    {
        List<Dependence> found = [];
        cube.EachRecipient(filter with { Funder = null }, (recipient, funders) =>
        {
            var all = funders.Sum(funder => funder.Pence);
            if (all > 0)
            {
                var largest = funders.MaxBy(funder => funder.Pence);
                found.Add(new(recipient, largest.Funder, all, Math.Min(1000, largest.Pence * 1000 / all)));
            }
        });
        return found;
    }
}
