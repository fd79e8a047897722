using Trellis.Platform.Audit;

namespace Trellis.Platform.Access;

/// <summary>By which name an outside site knows one of our people, so that they stay the same person when either address changes.</summary>
public sealed class OutsideIdentity : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required string Issuer { get; init; }

    /// <summary>The outside site's own name for them.</summary>
    public required string Subject { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    Guid? IAudited.InPlace => null;
}
