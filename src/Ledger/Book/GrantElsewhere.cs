namespace Trellis.Ledger.Book;

/// <summary>Where a grant stands in a file of another source than the one it is counted from.</summary>
internal sealed class GrantElsewhere
{
    public required int GrantId { get; init; }

    public required int IntakeId { get; init; }

    public required int Row { get; init; }

    public string? Sheet { get; init; }
}
