using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Trellis.Ledger.Book;

namespace Trellis.Ledger.Totals;

/// <summary>All accounts of a place in the process: adds up any part of the money, by any of its sides, in a thousandth of a second.</summary>
internal sealed class Cube
{
    private readonly CubeParts parts;
    private readonly Line[] lines;
    private readonly int[] starts;
    private readonly Dictionary<int, int> byAccount;
    private readonly Lazy<int[]> byName;
    private readonly ConcurrentDictionary<Side, IReadOnlyList<Slice>> whole = [];

    /// <summary>Keeps the lines of one recipient together: most questions are about one, and are then answered from its lines alone.</summary>
    public Cube(CubeParts parts, IEnumerable<Line> all)
    {
        this.parts = parts;
        lines = [.. all.OrderBy(line => line.Recipient)];
        starts = Starts(lines, parts.Recipients.Count);
        byAccount = lines.Select((line, at) => (Line: line, at)).Where(pair => !pair.Line.IsPassedOn).ToDictionary(pair => pair.Line.Account, pair => pair.at);
        byName = new(() => [.. Enumerable.Range(0, parts.Recipients.Count).OrderBy(at => parts.Recipients[at].Name, StringComparer.InvariantCultureIgnoreCase)]);
        Years = [.. lines.Select(line => line.Year).Distinct().OrderDescending().Select(year => new FinancialYear(year))];
    }

    public IReadOnlyList<FunderPart> Funders => parts.Funders;

    public IReadOnlyList<RecipientPart> Recipients => parts.Recipients;

    public IReadOnlyList<ProgrammePart> Programmes => parts.Programmes;

    public IReadOnlyList<WardPart> Wards => parts.Wards;

    /// <summary>Latest first.</summary>
    public IReadOnlyList<FinancialYear> Years { get; }

    /// <summary>The latest financial year of which the files tell the end; null where there is none.</summary>
    public FinancialYear? LatestWholeYear { get; init; }

    public bool IsEmpty => lines.Length == 0;

    /// <summary>All recipients in the order of their names; sorted when first asked, since words are slow to compare.</summary>
    public IReadOnlyList<int> ByName => byName.Value;

    /// <summary>False for an account that came in after the cube was read.</summary>
    public bool Knows(int account) => byAccount.ContainsKey(account);

    public Line OfAccount(int account) => lines[byAccount[account]];

    public Sum Total(MoneyFilter filter)
    {
        var sum = default(Sum);
        var wanted = new Wanted(filter, parts);
        foreach (ref readonly var line in Among(filter))
        {
            if (wanted.Holds(line))
            {
                sum.Add(line);
            }
        }

        return sum;
    }

    /// <summary>What the totals take off of the part that is meant, because others got it again and it is counted with them; 0 or more.</summary>
    public long PassedOn(MoneyFilter filter)
    {
        var (wanted, pence) = (new Wanted(filter with { Recipient = null, RowsOnly = false }, parts), 0L);
        foreach (ref readonly var line in Among(filter))
        {
            pence -= line.IsPassedOn && wanted.Holds(line) ? line.Pence : 0;
        }

        return pence;
    }

    /// <summary>The sums by one side of the money, largest first. They add up to <see cref="Total"/>.</summary>
    public IReadOnlyList<Slice> By(Side side, MoneyFilter filter)
    {
        if (filter.IsOpen && whole.TryGetValue(side, out var known))
        {
            return known;
        }

        using var sums = AddUp(side, filter);
        var slices = sums.All();
        if (filter.IsOpen)
        {
            whole[side] = slices; // the lists of choices on every page about money
        }

        return slices;
    }

    /// <summary>The first of <see cref="By(Side, MoneyFilter)"/>, in a fraction of its time where there are many.</summary>
    public Largest Largest(Side side, MoneyFilter filter, int most)
    {
        using var sums = AddUp(side, filter);
        return sums.First(most);
    }

    /// <summary>One page of <see cref="By(Side, MoneyFilter)"/>, of the keys that are meant; only what it shows is made.</summary>
    /// <param name="after">The key after which it begins; null for the first page.</param>
    public SlicePage Page(Side side, MoneyFilter filter, int? after, int size, Func<int, bool> isMeant)
    {
        using var sums = AddUp(side, filter);
        return sums.Page(after, size, isMeant);
    }

    /// <summary>How many parts there are of a side, of those that are meant.</summary>
    public int Count(Side side, MoneyFilter filter, Func<int, bool> isMeant)
    {
        using var sums = AddUp(side, filter);
        return sums.Count(isMeant);
    }

    /// <summary>The sums by two sides at once, for the flow of money; <paramref name="seenAs"/> makes one of keys that count as one.</summary>
    public Dictionary<(int First, int Second), Sum> By(Side first, Side second, MoneyFilter filter, Func<Side, int, int> seenAs)
    {
        var wanted = new Wanted(filter, parts);
        var sums = new Dictionary<(int, int), Sum>();
        foreach (ref readonly var line in Among(filter))
        {
            if (wanted.Holds(line))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(sums, (seenAs(first, line[first]), seenAs(second, line[second])), out _).Add(line);
            }
        }

        return sums;
    }

    /// <summary>Tells of each recipient, in the order of names, what came from each funder.</summary>
    public void EachRecipient(MoneyFilter filter, FromFunders tell)
    {
        var (wanted, funders) = (new Wanted(filter with { RowsOnly = true }, parts), new List<(int Funder, long Pence)>());
        foreach (var recipient in filter.Recipient is { } id ? Recipient(id) is { } only ? [only] : [] : byName.Value)
        {
            funders.Clear();
            foreach (ref readonly var line in lines.AsSpan(starts[recipient]..starts[recipient + 1]))
            {
                if (wanted.Holds(line))
                {
                    Add(funders, line);
                }
            }

            if (funders.Count > 0)
            {
                tell(recipient, CollectionsMarshal.AsSpan(funders));
            }
        }
    }

    /// <summary>The accounts whose rows the filter means.</summary>
    public List<int> Accounts(MoneyFilter filter, MoneyKind kind)
    {
        var wanted = new Wanted(filter with { Kind = kind }, parts);
        List<int> accounts = [];
        if (filter.Kind is null || filter.Kind == kind)
        {
            foreach (ref readonly var line in Among(filter))
            {
                if (!line.IsPassedOn && line.Rows > 0 && wanted.Holds(line))
                {
                    accounts.Add(line.Account);
                }
            }
        }

        return accounts;
    }

    /// <summary>True where these are all accounts of the kind in that year, or in any where it is null.</summary>
    public bool AreAll(List<int> accounts, FinancialYear? year, MoneyKind kind)
    {
        var (wanted, left) = (new Wanted(new() { Year = year, Kind = kind }, parts), accounts.Count);
        foreach (ref readonly var line in lines.AsSpan())
        {
            if (!line.IsPassedOn && line.Rows > 0 && wanted.Holds(line) && --left < 0)
            {
                return false;
            }
        }

        return left == 0;
    }

    /// <summary>The recipient with this number in addresses, under whichever of its names; null where there is none.</summary>
    public int? Recipient(int id) => parts.RecipientById.TryGetValue(id, out var at) ? at : null;

    public int? Recipient(Guid organisationId) => parts.RecipientByOrganisation.TryGetValue(organisationId, out var at) ? at : null;

    public int? Funder(int id) => parts.FunderById.TryGetValue(id, out var at) ? at : null;

    public int? Programme(int id) => parts.ProgrammeById.TryGetValue(id, out var at) ? at : null;

    public int? Ward(string code) => parts.WardByCode.TryGetValue(code, out var at) ? at : null;

    /// <summary>Few fund one recipient: to look through them is faster than to look them up.</summary>
    private static void Add(List<(int Funder, long Pence)> funders, in Line line)
    {
        foreach (ref var known in CollectionsMarshal.AsSpan(funders))
        {
            if (known.Funder == line.Funder)
            {
                known.Pence += line.Pence;
                return;
            }
        }

        funders.Add((line.Funder, line.Pence));
    }

    private Sums AddUp(Side side, MoneyFilter filter)
    {
        var wanted = new Wanted(filter, parts);
        var sums = new Sums(side, side == Side.Year && Years.Count > 0 ? Years[^1].Start : 0, Width(side));
        foreach (ref readonly var line in Among(filter))
        {
            if (wanted.Holds(line))
            {
                sums.Add(line);
            }
        }

        return sums;
    }

    /// <summary>The lines among which those are that the filter means.</summary>
    private ReadOnlySpan<Line> Among(MoneyFilter filter) =>
        filter.Recipient is not { } id ? lines
        : Recipient(id) is { } at ? lines.AsSpan(starts[at]..starts[at + 1])
        : [];

    private static int[] Starts(Line[] lines, int recipients)
    {
        var starts = new int[recipients + 1];
        foreach (ref readonly var line in lines.AsSpan())
        {
            starts[line.Recipient + 1]++;
        }

        for (var at = 0; at < recipients; at++)
        {
            starts[at + 1] += starts[at];
        }

        return starts;
    }

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

/// <summary>What came to one recipient from each funder; good until the next is told.</summary>
internal delegate void FromFunders(int recipient, ReadOnlySpan<(int Funder, long Pence)> funders);
