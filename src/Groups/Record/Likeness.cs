namespace Trellis.Groups.Record;

internal enum Decision
{
    Waiting,
    Same,
    Different,
}

/// <summary>A source record and an organisation that look alike, and what a person decided about them.</summary>
internal sealed class Likeness
{
    public required Guid Id { get; init; }

    public required Guid SourceRecordId { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>0 to 100.</summary>
    public required int Score { get; set; }

    /// <summary>Why they look alike, in words.</summary>
    public required string Reasons { get; set; }

    public required Decision Decision { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecidedBy { get; set; }
}
