namespace Trellis.Ledger.Totals;

/// <summary>How much of one recipient's public money that we know of comes from its largest funder.</summary>
/// <param name="Recipient">The position in the cube's list.</param>
/// <param name="Funder">The position of the largest funder.</param>
/// <param name="Pence">What came from all funders.</param>
/// <param name="Permille">The largest funder's part, in thousandths.</param>
internal readonly record struct Dependence(int Recipient, int Funder, long Pence, long Permille)
{
    /// <summary>
    /// Tells of each recipient that the filter means, in the order of names; one that gave back more than it got is left out. Where the filter names a funder, of
    /// those of whom that is the largest.
    /// </summary>
    public static void Each(Cube cube, MoneyFilter filter, Action<Dependence> tell)
    {
        var isAny = filter.Funder is null;
        var asked = filter.Funder is { } id ? cube.Funder(id) : null;
        cube.EachRecipient(filter with { Funder = null }, (recipient, funders) =>
        {
            if (Largest(recipient, funders) is { } its && (isAny || its.Funder == asked))
            {
                tell(its);
            }
        });
    }

    private static Dependence? Largest(int recipient, ReadOnlySpan<(int Funder, long Pence)> funders)
    {
        var (all, largest) = (0L, funders[0]);
        foreach (var funder in funders)
        {
            all += funder.Pence;
            largest = funder.Pence > largest.Pence ? funder : largest;
        }

        return all > 0 ? new(recipient, largest.Funder, all, Math.Min(1000, largest.Pence * 1000 / all)) : null;
    }
}
