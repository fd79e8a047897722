using Trellis.Groups.Contract;

namespace Trellis.Ledger.Book;

/// <summary>Who gave or paid, as a file names them, and the organisation that is meant.</summary>
internal sealed class Funder
{
    public required int Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required string Key { get; init; }

    public required string Name { get; init; }

    public Guid? OrganisationId { get; set; }

    /// <summary>Whom it was joined to before that organisation became part of this one.</summary>
    public Guid? MergedFrom { get; set; }
}

/// <summary>Who got money, as a file names them, and the organisation that is meant, with the reason why we think so.</summary>
internal sealed class Recipient
{
    public required int Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>org-id style, with a space between two; empty where the file has none.</summary>
    public required string Identifiers { get; init; }

    public string? Postcode { get; init; }

    /// <summary>The payer keeps the name back, most often because it is a person's.</summary>
    public required bool IsRedacted { get; init; }

    public Guid? OrganisationId { get; set; }

    /// <summary>Whom it was joined to before that organisation became part of this one.</summary>
    public Guid? MergedFrom { get; set; }

    public MatchedBy? MatchedBy { get; set; }

    public string? Reason { get; set; }
}

/// <summary>A recipient's numbers with the payer: the payer's own supplier number and the VAT registration.</summary>
internal sealed class Payee
{
    public required int Id { get; init; }

    public required int RecipientId { get; init; }

    public string? Number { get; init; }

    public string? VatNumber { get; init; }
}
