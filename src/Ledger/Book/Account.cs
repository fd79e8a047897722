namespace Trellis.Ledger.Book;

internal enum MoneyKind
{
    Grants,
    Payments,
}

/// <summary>All rows of one kind, funder, year, recipient, programme and area, with their sum: every total is made of these.</summary>
internal sealed class Account
{
    public required int Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required MoneyKind Kind { get; init; }

    public required int FunderId { get; init; }

    /// <summary>The calendar year in which the financial year begins.</summary>
    public required int Year { get; init; }

    public required int RecipientId { get; init; }

    public required int ProgrammeId { get; init; }

    /// <summary>The area a grant says it is for; empty where it does not say.</summary>
    public required string AreaCode { get; init; }

    public required int RowCount { get; set; }

    public required long Pence { get; set; }
}
