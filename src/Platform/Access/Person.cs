using Trellis.Platform.Audit;

namespace Trellis.Platform.Access;

/// <summary>Somebody who can sign in, known by an address that reached them.</summary>
public sealed class Person : IAudited
{
    public required Guid Id { get; init; }

    /// <summary>How they want to be called; empty until they say.</summary>
    public required string Name { get; set; }

    /// <summary>In the form of <see cref="EmailAddress.Tidy"/>, so that one mailbox is one person.</summary>
    public required string Email { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From then on nobody can sign in as them, and their sessions are over.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Made up for the demo place; nobody's mailbox.</summary>
    public required bool IsSample { get; init; }

    public int Version { get; set; }

    /// <summary>The name, or the part of the address before the @ until they gave one.</summary>
    public string ShownName => Name.Length > 0 ? Name : Email.Split('@')[0];

    Guid? IAudited.InPlace => null;
}
