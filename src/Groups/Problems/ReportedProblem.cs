namespace Trellis.Groups.Problems;

/// <summary>What somebody says is wrong with a group's entry, and what was done about it.</summary>
internal sealed class ReportedProblem
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid OrganisationId { get; set; }

    /// <summary>In the sender's own words.</summary>
    public required string What { get; init; }

    /// <summary>Where the answer goes; null where the sender wants none.</summary>
    public string? Email { get; set; }

    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>What was done, as the sender was told; null while it waits.</summary>
    public string? Done { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public Guid? AnsweredBy { get; set; }

    public int Version { get; set; }
}
