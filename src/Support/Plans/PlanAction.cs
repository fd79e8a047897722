using Trellis.Platform.Audit;

namespace Trellis.Support.Plans;

/// <summary>How it stands with an action.</summary>
internal enum ActionState
{
    NotBegun,
    GoingOn,
    Done,
    GivenUp,
}

/// <summary>Help that an action needs.</summary>
internal enum Help
{
    Guide,
    Template,
    Training,
    Hours,
    PeerMentor,
    Professional,
    SmallGrant,
}

/// <summary>How far the lead and the worker have been told that an action is due.</summary>
internal enum Told
{
    No,
    Soon,
    Over,
}

/// <summary>One thing that a group wants to get done.</summary>
internal sealed class PlanAction : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid PlanId { get; init; }

    /// <summary>What is to be done, in a few words.</summary>
    public required string Title { get; set; }

    public required string Why { get; set; }

    /// <summary>Who at the group sees to it; empty until somebody does.</summary>
    public required string LeadName { get; set; }

    /// <summary>The names of <see cref="Plans.Help"/>, with commas between.</summary>
    public required string Help { get; set; }

    public required Guid TopicId { get; set; }

    /// <summary>The item of a health check that it is to better, as in money-3.</summary>
    public string? Criterion { get; set; }

    public required DateOnly DueOn { get; set; }

    public required ActionState State { get; set; }

    /// <summary>Why it was given up.</summary>
    public string? Because { get; set; }

    /// <summary>What shows that it is done.</summary>
    public string? Evidence { get; set; }

    /// <summary>The document among the group's own that shows it.</summary>
    public Guid? DocumentId { get; set; }

    /// <summary>The day it was done or given up.</summary>
    public DateOnly? EndedOn { get; set; }

    public required Told Told { get; set; }

    public required DateTimeOffset WrittenAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    public int Version { get; set; }

    public bool IsOpen => State is ActionState.NotBegun or ActionState.GoingOn;

    Guid? IAudited.InPlace => PlaceId;
}
