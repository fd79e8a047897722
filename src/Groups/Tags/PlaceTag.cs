using Trellis.Platform.Audit;

namespace Trellis.Groups.Tags;

/// <summary>A word that a place uses for its groups: "Warm space", "Winter grants 2026".</summary>
internal sealed class PlaceTag : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required string Name { get; set; }

    /// <summary>Whether everybody sees it, and can search by it.</summary>
    public required bool IsPublic { get; set; }

    /// <summary>Since when it is neither offered nor shown; what has it keeps it, should it come back.</summary>
    public DateTimeOffset? RetiredAt { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;

    /// <summary>The question of the search that it answers.</summary>
    public string Facet => IsPublic ? PublicTags.Name : StaffTags.Name;
}

/// <summary>A group has a tag.</summary>
internal sealed class Tagging : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid TagId { get; set; }

    public required Guid OrganisationId { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}
