namespace Trellis.Ledger.Book;

/// <summary>One grant as its funder published it in the 360Giving standard.</summary>
internal sealed class Grant
{
    public required int Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required int IntakeId { get; init; }

    public required int Row { get; init; }

    public string? Sheet { get; init; }

    /// <summary>The 360Giving identifier, as in 360G-traffordmbc-VSG1342.</summary>
    public required string Identifier { get; init; }

    public required int AccountId { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    public required DateOnly AwardedOn { get; init; }

    public required long AmountPence { get; init; }

    public long? AppliedPence { get; init; }

    public long? DisbursedPence { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public int? Months { get; init; }

    public string? BeneficiaryName { get; init; }

    public string? BeneficiaryCode { get; init; }

    public string? Url { get; init; }

    /// <summary>A fingerprint of the grant as it came.</summary>
    public required long Content { get; init; }

    /// <summary>The day a newer file came in that no longer has it; it then counts in no total.</summary>
    public DateOnly? GoneOn { get; init; }
}
