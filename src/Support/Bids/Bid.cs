using Trellis.Platform.Audit;

namespace Trellis.Support.Bids;

/// <summary>What became of a bid.</summary>
internal enum BidOutcome
{
    NotSubmitted,
    Waiting,
    Won,
    Lost,
    Withdrawn,
}

/// <summary>A bid for money that a group was helped with.</summary>
internal sealed class Bid : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Who helped.</summary>
    public Guid? WorkerId { get; init; }

    public required string Funder { get; set; }

    public required string Purpose { get; set; }

    public long? AskedPence { get; set; }

    /// <summary>When the help began.</summary>
    public required DateOnly HelpedOn { get; set; }

    public DateOnly? SubmittedOn { get; set; }

    public required BidOutcome Outcome { get; set; }

    public DateOnly? DecidedOn { get; set; }

    /// <summary>What was won of what was asked; null until it is.</summary>
    public long? WonPence { get; set; }

    public required DateTimeOffset WrittenAt { get; init; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}
