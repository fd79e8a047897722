namespace Trellis.Standards.Spending;

/// <summary>One payment of a public body, as the Local Government Transparency Code asks for it. Money is in pence, net of recoverable VAT; credits are negative.</summary>
public readonly record struct Payment
{
    /// <summary>The body that paid; null where the file leaves it out because it is the publisher.</summary>
    public string? Payer { get; init; }

    /// <summary>The last day of the accounting period.</summary>
    public DateOnly? PeriodEnd { get; init; }

    /// <summary>The department or service that spent the money.</summary>
    public string? Unit { get; init; }

    public string? UnitCode { get; init; }

    /// <summary>Who was paid, as the file says it; see <see cref="IsRedacted"/>.</summary>
    public string? Payee { get; init; }

    /// <summary>The payer's own number for whom it paid.</summary>
    public string? PayeeNumber { get; init; }

    public string? VatNumber { get; init; }

    /// <summary>Whether the name of who was paid has been taken out, as it is for persons.</summary>
    public bool IsRedacted { get; init; }

    public DateOnly? PaidOn { get; init; }

    public long? Pence { get; init; }

    /// <summary>VAT that the payer cannot get back.</summary>
    public long? VatPence { get; init; }

    /// <summary>The payer's number of the transaction.</summary>
    public string? Reference { get; init; }

    public string? Invoice { get; init; }

    public string? Purpose { get; init; }

    /// <summary>What sort of spending it is, as in ProClass.</summary>
    public string? Category { get; init; }

    public string? CategoryCode { get; init; }

    /// <summary>Why the row is no payment that can be used: the first thing wrong with its date or amount; null where nothing is.</summary>
    public string? Fault { get; init; }

    /// <summary>The heading of the cell that is at fault.</summary>
    public string? FaultHeading { get; init; }
}
