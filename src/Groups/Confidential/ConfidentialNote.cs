using Trellis.Platform.Audit;
using Trellis.Platform.Confidential;

namespace Trellis.Groups.Confidential;

/// <summary>What only the place's confidants may know of a group. It is written once; whoever knows more writes another.</summary>
internal sealed class ConfidentialNote : IAudited
{
    public static readonly SealedColumn Text = new("groups_confidential_note", "sealed_text", nameof(ConfidentialNote));

    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Null once they are erased.</summary>
    public Guid? AuthorId { get; init; }

    /// <summary>The person it is about, where they have an account: it goes when they are erased.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Encrypted.</summary>
    public required string SealedText { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    Guid? IAudited.InPlace => PlaceId;
}
