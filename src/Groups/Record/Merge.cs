namespace Trellis.Groups.Record;

/// <summary>Two organisations that a person made one.</summary>
internal sealed class Merge
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid KeptId { get; init; }

    public required Guid MergedId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string ByWhom { get; init; }

    public required string Reason { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }

    public string? UndoneBy { get; set; }
}

/// <summary>One thing that moved in a merge, to be put back if it is undone.</summary>
internal sealed class MergeItem
{
    public required Guid MergeId { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>As in <see cref="Contract.MergeFollower.Kind"/>.</summary>
    public required string Kind { get; init; }
}
