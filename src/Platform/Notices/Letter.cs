namespace Trellis.Platform.Notices;

/// <summary>Why a letter is sent: news needs the reader's consent, a service letter answers what they did or must know.</summary>
public enum LetterKind
{
    Service,
    News,
}

public enum LetterState
{
    Waiting,
    Sent,

    /// <summary>Tried too often; somebody must look.</summary>
    Parked,

    /// <summary>The reader wants none of this kind, or has been erased.</summary>
    Withheld,
}

/// <summary>A letter in the queue.</summary>
public sealed class Letter
{
    public required Guid Id { get; init; }

    public Guid? PlaceId { get; init; }

    /// <summary>Its reader, where they have an account.</summary>
    public Guid? PersonId { get; init; }

    public required string Email { get; set; }

    public required LetterKind Kind { get; init; }

    public required string Subject { get; set; }

    /// <summary>Encrypted; empty once sent.</summary>
    public required string Body { get; set; }

    public required LetterState State { get; set; }

    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>Not before then.</summary>
    public required DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>What went wrong last time, in one line.</summary>
    public string? Trouble { get; set; }

    public int Version { get; set; }
}
