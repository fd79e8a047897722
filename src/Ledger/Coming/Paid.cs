namespace Trellis.Ledger.Coming;

/// <summary>One payment as read from a spending file, before it is joined to anything.</summary>
internal sealed record Paid
{
    public required string Payer { get; init; }

    public required string Payee { get; init; }

    public required bool IsRedacted { get; init; }

    public required DateOnly On { get; init; }

    public required long Pence { get; init; }

    public string? PayeeNumber { get; init; }

    public string? VatNumber { get; init; }

    public DateOnly? PeriodOn { get; init; }

    public long? VatPence { get; init; }

    public string? Reference { get; init; }

    public string? Invoice { get; init; }

    public string? Purpose { get; init; }

    public string? Unit { get; init; }

    public string? UnitCode { get; init; }

    public string? Category { get; init; }

    public string? CategoryCode { get; init; }

    /// <summary>Made of what we keep, so that a new column or another order of the columns is no change.</summary>
    public long Content
    {
        get
        {
            var print = new Fingerprint();
            print.Add(Payer);
            print.Add(Payee);
            print.Add(On);
            print.Add(Pence);
            print.Add(PayeeNumber);
            print.Add(VatNumber);
            print.Add(PeriodOn);
            print.Add(VatPence ?? long.MinValue);
            print.Add(Reference);
            print.Add(Invoice);
            print.Add(Purpose);
            print.Add(Unit);
            print.Add(UnitCode);
            print.Add(Category);
            print.Add(CategoryCode);
            return print.Value;
        }
    }
}
