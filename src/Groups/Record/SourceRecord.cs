using Trellis.Groups.Contract;

namespace Trellis.Groups.Record;

/// <summary>What one source says about one organisation, service or building, kept as it came.</summary>
internal sealed class SourceRecord
{
    public required Guid Id { get; init; }

    public required Guid SourceId { get; init; }

    /// <summary>Its name in the source: a register number, or what tells it apart there.</summary>
    public required string Key { get; init; }

    public Guid? OrganisationId { get; set; }

    /// <summary>The <see cref="Statement"/> (or what is said of a service or building) as JSON.</summary>
    public required string Said { get; set; }

    /// <summary>The row as it came: heading and text of each cell, as JSON.</summary>
    public required string Raw { get; set; }

    public string? Sheet { get; set; }

    public required long Row { get; set; }

    /// <summary>A fingerprint of what is said and of the row, to see at once that nothing changed.</summary>
    public required long Content { get; set; }

    public required Guid FirstImportId { get; init; }

    public required Guid LastImportId { get; set; }

    /// <summary>The day a newer file of the source no longer had it.</summary>
    public DateOnly? GoneOn { get; set; }

    /// <summary>The list was taken back that said it.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>How it was joined to the organisation; null where it made the organisation.</summary>
    public MatchedBy? MatchedBy { get; set; }

    public string? Reason { get; set; }

    public int Version { get; set; }
}
