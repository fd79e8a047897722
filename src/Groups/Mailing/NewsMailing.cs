using Trellis.Platform.Audit;

namespace Trellis.Groups.Mailing;

/// <summary>A letter of news that a worker sent to the contacts of a list's groups, and to how many it did not go.</summary>
internal sealed class NewsMailing : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required Guid ListId { get; init; }

    /// <summary>As the list was called then.</summary>
    public required string ListName { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    /// <summary>Null once they have been erased.</summary>
    public Guid? ById { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    public required int Groups { get; init; }

    /// <summary>Groups of which nobody is known to write to.</summary>
    public required int NoContact { get; init; }

    /// <summary>People who have not asked for news, or want no more.</summary>
    public required int NotAsked { get; init; }

    /// <summary>People whose address returned a letter before.</summary>
    public required int Unreachable { get; init; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}

/// <summary>One of the letters of a mailing.</summary>
internal sealed class MailedLetter
{
    public required Guid MailingId { get; init; }

    public required Guid LetterId { get; init; }
}
