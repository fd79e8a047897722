using Trellis.Platform.Audit;

namespace Trellis.Support.Peers;

/// <summary>Whether a group offers help or asks for it.</summary>
internal enum PeerSide
{
    Offers,
    Asks,
}

/// <summary>Help that one group offers to others, or asks of them.</summary>
internal sealed class PeerHelp : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid OrganisationId { get; init; }

    public required PeerSide Side { get; init; }

    public required Guid TopicId { get; init; }

    public required string Words { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Since when it does not count any longer.</summary>
    public DateOnly? EndedOn { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}

/// <summary>How far an introduction has come.</summary>
internal enum IntroductionState
{
    /// <summary>Both groups were asked; nobody knows of the other's people yet.</summary>
    Asked,
    Introduced,
    Declined,
}

/// <summary>A worker brings two groups together: one helps, the other is helped. Names and addresses are told once both have said yes.</summary>
internal sealed class Introduction : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid HelperId { get; init; }

    public required Guid HelpedId { get; init; }

    public required Guid TopicId { get; init; }

    public required string Words { get; init; }

    public Guid? WorkerId { get; init; }

    public required IntroductionState State { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? HelperAgreedAt { get; set; }

    public DateTimeOffset? HelpedAgreedAt { get; set; }

    public DateTimeOffset? IntroducedAt { get; set; }

    /// <summary>All that was logged of it so far.</summary>
    public required int Minutes { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}
