namespace Trellis.Groups.Record;

/// <summary>Something offered to people at a spot: a food bank session, a community hub, a library.</summary>
internal sealed class Service
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    /// <summary>Who offers it, where the file says so.</summary>
    public Guid? OrganisationId { get; set; }

    public required Guid SourceRecordId { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; set; }

    /// <summary>What it is, in words, as in Food bank.</summary>
    public required string Kind { get; set; }

    public string? Description { get; set; }

    public string? OpeningTimes { get; set; }

    /// <summary>As in: with a voucher.</summary>
    public string? HowToGetIt { get; set; }

    public string? Website { get; set; }

    public string? Email { get; set; }

    public string? Telephone { get; set; }

    public string? Address { get; set; }

    public string? Postcode { get; set; }

    public string? WardCode { get; set; }

    public string? LsoaCode { get; set; }

    public string? Locality { get; set; }

    public int? LatitudeMicro { get; set; }

    public int? LongitudeMicro { get; set; }

    /// <summary>False once its source no longer has it.</summary>
    public required bool IsListed { get; set; }

    public required long Changed { get; set; }

    public int Version { get; set; }
}
