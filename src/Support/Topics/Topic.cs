using Trellis.Platform.Audit;

namespace Trellis.Support.Topics;

/// <summary>What help is about, in the place's own tree: Money, and under it Budgets.</summary>
internal sealed class Topic : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    /// <summary>Its stable name in reports, as in money; it stays when the words change.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>The topic it is part of; null for one of the first level. There are two levels.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>Lower comes first.</summary>
    public required int Position { get; set; }

    /// <summary>Since when it is not offered any more; what was recorded under it keeps it.</summary>
    public DateTimeOffset? RetiredAt { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}
