using Trellis.Platform.Audit;

namespace Trellis.Groups.Claiming;

/// <summary>How somebody can show that a group is theirs.</summary>
internal enum Proof
{
    /// <summary>A code sent to the address that the group is known by.</summary>
    Mail,

    /// <summary>A code on paper, sent to the address that the group is known by.</summary>
    Letter,

    /// <summary>A worker of the place knows them.</summary>
    Worker,
}

internal enum ClaimState
{
    /// <summary>The code has not been entered yet.</summary>
    Proving,

    /// <summary>The group has a lead, who is asked first.</summary>
    AskedLead,

    /// <summary>A worker must decide.</summary>
    Waiting,
    Granted,
    Refused,
}

/// <summary>Somebody says that a group is theirs.</summary>
internal sealed class Claim : IAudited
{
    /// <summary>After so long without an answer of the lead a worker may decide.</summary>
    public static readonly TimeSpan LeadHas = TimeSpan.FromDays(14);

    public const int MostTries = 5;

    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid OrganisationId { get; set; }

    public required Guid PersonId { get; init; }

    /// <summary>What they are in the group, in their own words.</summary>
    public required string Part { get; init; }

    public required Proof Proof { get; init; }

    public required ClaimState State { get; set; }

    public string? CodeHash { get; set; }

    public DateTimeOffset? CodeEndsAt { get; set; }

    public int Tries { get; set; }

    public required DateTimeOffset ClaimedAt { get; init; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>The worker or lead; null where the code decided.</summary>
    public Guid? DecidedBy { get; set; }

    public string? Reason { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;

    public bool IsOpen => State is ClaimState.Proving or ClaimState.AskedLead or ClaimState.Waiting;

    public bool WorkerMayDecide(DateTimeOffset now) => IsOpen && (State != ClaimState.AskedLead || ClaimedAt + LeadHas <= now);
}
