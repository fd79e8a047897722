using Trellis.Platform.Audit;

namespace Trellis.Support.Library;

/// <summary>What a resource is.</summary>
internal enum ResourceKind
{
    Guide,
    Template,
    Checklist,
    Link,
}

/// <summary>How far along the groups are that it is for.</summary>
internal enum Stage
{
    Any,
    StartingUp,
    Growing,
    Established,
    Closing,
}

/// <summary>Something that helps groups to help themselves, in the library of the place.</summary>
internal sealed class Resource : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    /// <summary>Its name in the set to start with; null for what the place added itself.</summary>
    public string? Key { get; init; }

    public required ResourceKind Kind { get; set; }

    public required string Title { get; set; }

    /// <summary>What it is and whom it helps, in a sentence or two.</summary>
    public required string Summary { get; set; }

    /// <summary>Where it is, where it is not a file of ours.</summary>
    public string? Url { get; set; }

    public Guid? FileId { get; set; }

    public required Guid TopicId { get; set; }

    /// <summary>The item of a health check that it helps with, as in money-3.</summary>
    public string? Criterion { get; set; }

    public required Stage Stage { get; set; }

    /// <summary>When somebody last read it and found it right.</summary>
    public required DateOnly CheckedOn { get; set; }

    /// <summary>When it is to be read again.</summary>
    public required DateOnly ReviewOn { get; set; }

    /// <summary>1 at first, one more with each change of what it says or where it leads.</summary>
    public required int Edition { get; set; }

    public DateTimeOffset? RetiredAt { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}

/// <summary>A resource as it was.</summary>
internal sealed class ResourceEdition
{
    public required Guid ResourceId { get; init; }

    public required int Edition { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public string? Url { get; init; }

    public string? FileName { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}

/// <summary>A resource that an action of a plan uses.</summary>
internal sealed class ActionResource
{
    public required Guid ActionId { get; init; }

    public required Guid ResourceId { get; init; }
}
