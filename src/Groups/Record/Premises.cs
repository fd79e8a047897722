namespace Trellis.Groups.Record;

/// <summary>A building or piece of land that groups use or could use, with who owns it and how it is held.</summary>
internal sealed class Premises
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public Guid? OwnerId { get; set; }

    public required Guid SourceRecordId { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; set; }

    /// <summary>What it is, in words, as in Community centre.</summary>
    public required string Kind { get; set; }

    public string? Tenure { get; set; }

    public string? TenureDetail { get; set; }

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
