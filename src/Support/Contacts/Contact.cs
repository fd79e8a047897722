using Trellis.Platform.Audit;

namespace Trellis.Support.Contacts;

/// <summary>Somebody of a group whom the staff turn to: its treasurer, its secretary. They need no account, and the public sees nothing of it.</summary>
internal sealed class Contact : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Null where only the role is known.</summary>
    public string? Name { get; set; }

    /// <summary>What they do in the group, as in Treasurer; null where only the name is known.</summary>
    public string? Role { get; set; }

    public string? Email { get; set; }

    public string? Telephone { get; set; }

    /// <summary>How and when they are reached best, as in Evenings only.</summary>
    public string? Reach { get; set; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>When they ceased to be a contact; null while they are one.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>The file of another system that brought them; null where somebody wrote them down here.</summary>
    public Guid? ImportId { get; init; }

    public int Version { get; set; }

    /// <summary>What they are called: by name, or else by what they do.</summary>
    public string ShownName => Name ?? Role!;

    Guid? IAudited.InPlace => PlaceId;
}
