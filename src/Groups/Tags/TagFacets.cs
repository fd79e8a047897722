using Trellis.Groups.Contract;

namespace Trellis.Groups.Tags;

/// <summary>Narrows the search by the tags that everybody may see.</summary>
internal sealed class PublicTags(ReadTags tags) : IGroupFacet
{
    public const string Name = "tag";

    public string Key => Name;

    public string Title => "Tag";

    public string Stamp => SaveTags.Stamp;

    public Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> Read(Guid placeId, CancellationToken stop) => tags.Put(placeId, isPublic: true, stop);
}

/// <summary>Narrows the search by the tags that are the staff's alone.</summary>
internal sealed class StaffTags(ReadTags tags) : IGroupFacet
{
    public const string Name = "our-tag";

    public string Key => Name;

    public string Title => "Tag of the staff";

    public string Stamp => SaveTags.Stamp;

    public string Rule => GroupRules.SeeTags;

    public Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> Read(Guid placeId, CancellationToken stop) => tags.Put(placeId, isPublic: false, stop);
}
