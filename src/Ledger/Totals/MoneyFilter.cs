using Trellis.Ledger.Book;

namespace Trellis.Ledger.Totals;

/// <summary>Which part of the money is meant; each side that is null is left open. Numbers are those of addresses.</summary>
internal sealed record MoneyFilter
{
    public static readonly MoneyFilter Everything = new();

    public MoneyKind? Kind { get; init; }

    public FinancialYear? Year { get; init; }

    public int? Funder { get; init; }

    public int? Programme { get; init; }

    /// <summary>A ward's code; empty for money in no ward that we know.</summary>
    public string? Ward { get; init; }

    public int? Recipient { get; init; }

    public Standing? Standing { get; init; }

    /// <summary>
    /// What its rows say, with nothing taken off for what was passed on. Of one recipient it is always so: the group did get that money, whatever it gave to others.
    /// </summary>
    public bool RowsOnly { get; init; }

    public bool IsOpen => this == Everything;
}

/// <summary>A filter with its numbers turned into the cube's positions; what is not there at all holds nothing.</summary>
internal readonly struct Wanted
{
    private const int Any = -1;
    private const int Nothing = -2;

    private readonly int kind;
    private readonly int year;
    private readonly int funder;
    private readonly int recipient;
    private readonly int programme;
    private readonly int ward;
    private readonly int standing;
    private readonly bool rowsOnly;

    public Wanted(MoneyFilter filter, CubeParts parts)
    {
        kind = filter.Kind is { } k ? (int)k : Any;
        year = filter.Year?.Start ?? Any;
        funder = Position(filter.Funder, parts.FunderById);
        recipient = Position(filter.Recipient, parts.RecipientById);
        programme = Position(filter.Programme, parts.ProgrammeById);
        ward = filter.Ward is { } code ? parts.WardByCode.GetValueOrDefault(code, Nothing) : Any;
        standing = filter.Standing is { } s ? (int)s : Any;
        rowsOnly = filter.Recipient is not null || filter.RowsOnly;
    }

    public bool Holds(in Line line) =>
        (year == Any || year == line.Year)
        && (kind == Any || kind == (int)line.Kind)
        && (funder == Any || funder == line.Funder)
        && (programme == Any || programme == line.Programme)
        && (recipient == Any || recipient == line.Recipient)
        && (ward == Any || ward == line.Ward)
        && (standing == Any || standing == (int)line.Standing)
        && (!rowsOnly || !line.IsPassedOn);

    private static int Position(int? id, IReadOnlyDictionary<int, int> positions) =>
        id is null ? Any : positions.TryGetValue(id.Value, out var at) ? at : Nothing;
}
