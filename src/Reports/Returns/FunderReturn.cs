using Trellis.Platform.Audit;
using Trellis.Reports.Counting;

namespace Trellis.Reports.Returns;

/// <summary>What a funder is told of one period. Once it is sent, neither its figures nor the records behind them change.</summary>
internal sealed class FunderReturn : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid FrameworkId { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    public string? Narrative { get; set; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Null before, and once they have been erased.</summary>
    public Guid? SentBy { get; set; }

    /// <summary>Of the secret by which whoever has the link reads it; null where there is no link.</summary>
    public string? LinkHash { get; set; }

    public DateTimeOffset? LinkMadeAt { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;

    public Period Period => new(FirstDay, LastDay);
}

/// <summary>A figure that somebody typed in, for there are no records to count.</summary>
internal sealed class TypedFigure : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid ReturnId { get; init; }

    public required Guid ItemId { get; init; }

    public required long Value { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}

/// <summary>A story that goes with a return.</summary>
internal sealed class ReturnStory : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid ReturnId { get; init; }

    public required Guid StoryId { get; init; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}

/// <summary>What a return said when it was sent: written once, never changed.</summary>
internal sealed class Frozen
{
    public required Guid ReturnId { get; init; }

    public required Guid PlaceId { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The whole of it as JSON: <see cref="ReturnBody"/>.</summary>
    public required string Body { get; init; }
}
