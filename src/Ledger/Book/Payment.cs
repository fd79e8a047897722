namespace Trellis.Ledger.Book;

/// <summary>One line of a payer's spending file. Below nothing it is a credit: money that came back.</summary>
internal sealed class Payment
{
    public required int Id { get; init; }

    public required int IntakeId { get; init; }

    public required int Row { get; init; }

    public required int AccountId { get; init; }

    public int? UnitId { get; init; }

    public int? PayeeId { get; init; }

    public required DateOnly PaidOn { get; init; }

    /// <summary>The end of the accounting period that the payer counts it to.</summary>
    public DateOnly? PeriodOn { get; init; }

    public required long AmountPence { get; init; }

    /// <summary>VAT that the payer cannot claim back.</summary>
    public long? VatPence { get; init; }

    public string? Reference { get; init; }

    public string? Invoice { get; init; }

    public string? Purpose { get; init; }

    /// <summary>A fingerprint of the row as it came.</summary>
    public required long Content { get; init; }

    /// <summary>The day a newer file came in that no longer has it; it then counts in no total.</summary>
    public DateOnly? GoneOn { get; init; }
}
