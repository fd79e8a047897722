namespace Trellis.Platform.Notices;

/// <summary>Why a letter is sent: news needs the reader's consent, a service letter answers what they did or must know.</summary>
public enum LetterKind
{
    Service,
    News,

    /// <summary>What somebody signs in with, or is warned by that somebody else did: never withheld, since without it they are locked out, or robbed unawares.</summary>
    Account,
}

public enum LetterState
{
    Waiting,
    Sent,

    /// <summary>Somebody must look.</summary>
    Parked,

    /// <summary>The reader wants none of this kind, or the address does not work.</summary>
    Withheld,

    /// <summary>Waits for the reader's next digest.</summary>
    Gathering,

    /// <summary>Became part of a digest.</summary>
    Gathered,
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

    /// <summary>Encrypted like the body, since it may hold a code; empty once sent.</summary>
    public required string Subject { get; set; }

    /// <summary>Encrypted; empty once sent.</summary>
    public required string Body { get; set; }

    public required LetterState State { get; set; }

    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>Not before then.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>Fit for a digest, where its reader wants one.</summary>
    public bool MayWait { get; init; }

    public int Attempts { get; set; }

    /// <summary>How often it was handed over with no answer whether it was taken.</summary>
    public int Handed { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>What went wrong last time, in one line.</summary>
    public string? Trouble { get; set; }

    public int Version { get; set; }

    /// <summary>Ends its way through the queue; what it said is forgotten.</summary>
    internal void End(LetterState state, string? why = null) => (State, Trouble, Subject, Body) = (state, why, "", "");
}
