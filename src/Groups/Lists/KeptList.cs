using Trellis.Platform.Audit;

namespace Trellis.Groups.Lists;

/// <summary>A list of groups with a name: whatever a search finds at the time, or groups picked by hand.</summary>
internal sealed class KeptList : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required string Name { get; set; }

    /// <summary>The search's own question, as it stands in the address bar; null where the groups are picked by hand.</summary>
    public string? Question { get; set; }

    public required DateTimeOffset MadeAt { get; init; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}

/// <summary>A group that was picked for a list by hand.</summary>
internal sealed class ListMember : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid ListId { get; init; }

    public required Guid OrganisationId { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}
