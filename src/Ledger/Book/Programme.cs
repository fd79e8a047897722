namespace Trellis.Ledger.Book;

/// <summary>What money was for: a grant programme, or for payments a category of the ProClass list.</summary>
internal sealed class Programme
{
    public required int Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required MoneyKind Kind { get; init; }

    public required string Key { get; init; }

    public required string Label { get; init; }

    public string? Code { get; init; }
}

/// <summary>The part of the payer that paid, with its cost centre.</summary>
internal sealed class Unit
{
    public required int Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required string Label { get; init; }

    public string? Code { get; init; }
}
