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

    /// <summary>The payer's code for the unit, such as a cost centre.</summary>
    public string? UnitCode { get; init; }

    /// <summary>Who was paid, as the file says it; see <see cref="IsRedacted"/>.</summary>
    public string? Payee { get; init; }

    /// <summary>The payer's own number for whom it paid.</summary>
    public string? PayeeNumber { get; init; }

    /// <summary>The VAT registration number of who was paid, as in GB812311285.</summary>
    public string? VatNumber { get; init; }

    /// <summary>Whether the name of who was paid has been taken out, as it is for persons.</summary>
    public bool IsRedacted { get; init; }

    /// <summary>The day of payment; null where it cannot be read (see <see cref="Fault"/>).</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>The amount in pence, without VAT that the payer gets back; null where it cannot be read (see <see cref="Fault"/>).</summary>
    public long? Pence { get; init; }

    /// <summary>VAT that the payer cannot get back.</summary>
    public long? VatPence { get; init; }

    /// <summary>The payer's number of the transaction.</summary>
    public string? Reference { get; init; }

    /// <summary>The number of the invoice.</summary>
    public string? Invoice { get; init; }

    /// <summary>What it was for, in words.</summary>
    public string? Purpose { get; init; }

    /// <summary>What sort of spending it is, as in ProClass.</summary>
    public string? Category { get; init; }

    /// <summary>The code of the category.</summary>
    public string? CategoryCode { get; init; }

    /// <summary>Why the row is no payment that can be used: the first thing wrong with its date or amount; null where nothing is.</summary>
    public string? Fault { get; init; }

    /// <summary>The heading of the cell that is at fault.</summary>
    public string? FaultHeading { get; init; }
}
