using Trellis.Groups.Record;

namespace Trellis.Groups.Proposing;

/// <summary>A change of a group's entry that somebody from outside proposes.</summary>
internal sealed class Proposal
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid OrganisationId { get; set; }

    /// <summary>Who proposes it; they read what became of it.</summary>
    public required string Email { get; set; }

    public required DateTimeOffset ProposedAt { get; init; }

    public DateTimeOffset? DecidedAt { get; set; }

    public Guid? DecidedBy { get; set; }

    /// <summary>Why not all of it was taken.</summary>
    public string? Reason { get; set; }

    public int Version { get; set; }
}

internal enum Verdict
{
    Waiting,
    Taken,
    Refused,
}

/// <summary>One field of a proposal: what stood there and what should.</summary>
internal sealed class ProposedField
{
    public required Guid ProposalId { get; init; }

    public required Field Field { get; init; }

    public required string Before { get; init; }

    public required string After { get; init; }

    public required Verdict Verdict { get; set; }
}
