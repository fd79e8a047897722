using Trellis.Platform.Audit;

namespace Trellis.Platform.Access;

/// <summary>A person holds a role in a place, an organisation, a fund, or the whole installation.</summary>
public sealed class Appointment : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required Role Role { get; init; }

    /// <summary>The place, organisation or fund; empty for the whole installation.</summary>
    public required Guid ScopeId { get; init; }

    /// <summary>The place that the scope lies in; null for the whole installation.</summary>
    public Guid? PlaceId { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>The person who gave it; null where the installation did.</summary>
    public Guid? GivenBy { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}
