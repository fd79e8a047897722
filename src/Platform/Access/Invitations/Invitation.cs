using Trellis.Platform.Audit;

namespace Trellis.Platform.Access;

/// <summary>Somebody is asked by mail to take on a role. Nobody holds it until they accept.</summary>
public sealed class Invitation : IAudited
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Role Role { get; init; }

    /// <summary>The place, organisation or fund.</summary>
    public required Guid ScopeId { get; init; }

    public required string Email { get; init; }

    /// <summary>A person who may have been erased since.</summary>
    public required Guid InvitedBy { get; init; }

    public required DateTimeOffset InvitedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}
