using Trellis.Platform.Audit;

namespace Trellis.Groups.Documents;

/// <summary>What a group's document is.</summary>
internal enum DocumentSort
{
    GoverningDocument,
    Accounts,
    Insurance,
    Safeguarding,
    Equality,
    HealthAndSafety,
    DataProtection,
    Bank,
    Lease,
    Other,
}

/// <summary>Whom a group shows a document.</summary>
internal enum Readers
{
    /// <summary>The group's own people only.</summary>
    Own,

    /// <summary>The staff of the place too.</summary>
    Staff,

    Everybody,
}

/// <summary>How far the lead has been told that a document runs out.</summary>
internal enum Warned
{
    No,
    Soon,
    Over,
}

/// <summary>A document that a group keeps once and shows to whoever it allows.</summary>
internal sealed class GroupDocument : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid OrganisationId { get; set; }

    public required Guid FileId { get; set; }

    public required DocumentSort Sort { get; set; }

    /// <summary>In the group's own words; null where the sort says it all.</summary>
    public string? Title { get; set; }

    /// <summary>The last day on which it is valid; null where it does not run out.</summary>
    public DateOnly? ExpiresOn { get; set; }

    public required Readers Readers { get; set; }

    public required Warned Warned { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}
