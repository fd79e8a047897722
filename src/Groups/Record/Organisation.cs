using Trellis.Groups.Contract;
using Trellis.Platform.Places;

namespace Trellis.Groups.Record;

/// <summary>How alive an organisation is, as far as its sources tell.</summary>
internal enum Status
{
    Active,

    /// <summary>A register has removed it, or it has become part of another.</summary>
    Closed,

    /// <summary>None of its sources lists it any longer.</summary>
    Unconfirmed,
}

/// <summary>How far it works, as the register says.</summary>
internal enum Reach
{
    Local,
    Regional,
    National,
    Overseas,
}

/// <summary>A body that does something in the place, as composed from what its source records say.</summary>
internal sealed class Organisation
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    /// <summary>Its address under /groups/; given once and kept when the name changes.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    public required OrganisationKind Kind { get; set; }

    public string? LegalForm { get; set; }

    public required Status Status { get; set; }

    public required bool IsListed { get; set; }

    public string? Purpose { get; set; }

    /// <summary>The ICNPTSO class of its main cause, as in A21.</summary>
    public string? Cause { get; set; }

    public Reach? Reach { get; set; }

    /// <summary>Who is helped.</summary>
    public string? Helps { get; set; }

    /// <summary>Whom to ask for, by role.</summary>
    public string? Contact { get; set; }

    public string? Languages { get; set; }

    public string? Accessibility { get; set; }

    public string? Website { get; set; }

    public string? Email { get; set; }

    public string? Telephone { get; set; }

    /// <summary>Null where the address may be a private home.</summary>
    public string? Address { get; set; }

    /// <summary>The postcode district only, as in M33, where the address may be a private home.</summary>
    public string? Postcode { get; set; }

    public string? WardCode { get; set; }

    public string? LsoaCode { get; set; }

    public string? Locality { get; set; }

    public int? LatitudeMicro { get; set; }

    public int? LongitudeMicro { get; set; }

    public DateOnly? RegisteredOn { get; set; }

    public DateOnly? RemovedOn { get; set; }

    public long? IncomePence { get; set; }

    public int? IncomeYear { get; set; }

    public required SizeBand SizeBand { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    public Guid? MergedIntoId { get; set; }

    public required long Changed { get; set; }

    public int Version { get; set; }

    public Point? Point => Platform.Places.Point.From(LatitudeMicro, LongitudeMicro);
}
