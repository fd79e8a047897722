using Trellis.Ledger.Book;

namespace Trellis.Ledger.Totals;

/// <summary>All accounts of a place in the process: adds up any part of the money, by any of its sides, in a thousandth of a second.</summary>
internal sealed class Cube(CubeParts parts, Line[] lines)
{
    private readonly Dictionary<int, int> byAccount = lines.Select((line, at) => (line.Account, at)).Where(pair => pair.Account != 0)
        .ToDictionary(pair => pair.Account, pair => pair.at);

    public IReadOnlyList<PartyFunder> Funders => parts.Funders;

    public IReadOnlyList<Party> Recipients => parts.Recipients;

    public IReadOnlyList<ProgrammePart> Programmes => parts.Programmes;

    public IReadOnlyList<WardPart> Wards => parts.Wards;

    /// <summary>Latest first.</summary>
    public IReadOnlyList<FinancialYear> Years { get; } = [.. lines.Select(line => line.Year).Distinct().OrderDescending().Select(year => new FinancialYear(year))];

    /// <summary>The latest financial year of which the files tell the end; null where there is none.</summary>
    public FinancialYear? LatestWholeYear { get; init; }

    public bool IsEmpty => lines.Length == 0;

    public Line OfAccount(int account) => lines[byAccount[account]];

    public Sum Total(MoneyFilter filter)
    {
        var sum = default(Sum);
        var wanted = new Wanted(filter, parts);
        foreach (ref readonly var line in lines.AsSpan())
        {
            if (wanted.Holds(line))
            {
                sum.Add(line);
            }
        }

        return sum;
    }

    /// <summary>The sums by one side of the money, largest first. They add up to <see cref="Total"/>.</summary>
    public IReadOnlyList<Slice> By(Side side, MoneyFilter filter)
    {
        var wanted = new Wanted(filter, parts);
        var sums = new Sum[Width(side)];
        var isThere = new bool[sums.Length];
        var first = side == Side.Year && Years.Count > 0 ? Years[^1].Start : 0;
        foreach (ref readonly var line in lines.AsSpan())
        {
            if (wanted.Holds(line))
            {
                var at = line[side] - first;
                sums[at].Add(line);
                isThere[at] = true;
            }
        }

        var slices = Enumerable.Range(0, sums.Length).Where(at => isThere[at]).Select(at => new Slice(side, at + first, sums[at]));
        return side == Side.Year ? [.. slices] : [.. slices.OrderByDescending(slice => slice.Sum.Pence).ThenBy(slice => slice.Key)];
    }

    /// <summary>The sums by two sides at once, for the flow of money and for who depends on whom.</summary>
    public Dictionary<(int First, int Second), Sum> By(Side first, Side second, MoneyFilter filter)
    {
        var wanted = new Wanted(filter, parts);
        var sums = new Dictionary<(int, int), Sum>();
        foreach (ref readonly var line in lines.AsSpan())
        {
            if (wanted.Holds(line))
            {
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sums, (line[first], line[second]), out _).Add(line);
            }
        }

        return sums;
    }

    /// <summary>The accounts whose rows the filter means.</summary>
    public List<int> Accounts(MoneyFilter filter, MoneyKind kind)
    {
        var wanted = new Wanted(filter with { Kind = kind }, parts);
        List<int> accounts = [];
        if (filter.Kind is null || filter.Kind == kind)
        {
            foreach (ref readonly var line in lines.AsSpan())
            {
                if (line.Account != 0 && line.Rows > 0 && wanted.Holds(line))
                {
                    accounts.Add(line.Account);
                }
            }
        }

        return accounts;
    }

    /// <summary>The recipient with this number in addresses, under whichever of its names; null where there is none.</summary>
    public int? Recipient(int id) => parts.RecipientById.TryGetValue(id, out var at) ? at : null;

    public int? Recipient(Guid organisationId) => parts.RecipientByOrganisation.TryGetValue(organisationId, out var at) ? at : null;

    public int? Funder(int id) => parts.FunderById.TryGetValue(id, out var at) ? at : null;

    public int? Programme(int id) => parts.ProgrammeById.TryGetValue(id, out var at) ? at : null;

    public int? Ward(string code) => parts.WardByCode.TryGetValue(code, out var at) ? at : null;

    /// <summary>How many different parts a side may have; of years, how many lie between the first and the last.</summary>
    private int Width(Side side) => side switch
    {
        Side.Year => Years.Count == 0 ? 0 : Years[0].Start - Years[^1].Start + 1,
        Side.Funder => Funders.Count,
        Side.Recipient => Recipients.Count,
        Side.Programme => Programmes.Count,
        Side.Ward => Wards.Count,
        Side.Kind => Enum.GetValues<MoneyKind>().Length,
        _ => Enum.GetValues<Standing>().Length,
    };
}
