using Trellis.Platform.Audit;

namespace Trellis.Support.Coming;

/// <summary>How far a file has come.</summary>
internal enum ArrivalState
{
    /// <summary>It is looked at; nothing of it counts yet.</summary>
    Waiting,
    BroughtIn,

    /// <summary>It was brought in, and taken back.</summary>
    TakenBack,
}

/// <summary>What a file out of another system holds.</summary>
internal enum ArrivalKind
{
    /// <summary>What help was given, a row each time.</summary>
    History,

    /// <summary>Whom to turn to in the groups, a row for each person.</summary>
    Contacts,
}

/// <summary>A file out of the system that a place had before: looked at, brought in, and taken back where it was a mistake.</summary>
internal sealed class Arrival : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PlaceId { get; init; }

    public required ArrivalKind Kind { get; init; }

    public required string FileName { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>What was said of its columns and words: <see cref="Coming.Choices"/> as JSON.</summary>
    public required string Choices { get; set; }

    public required ArrivalState State { get; set; }

    public required DateTimeOffset ArrivedAt { get; init; }

    public Guid? ArrivedBy { get; init; }

    public DateTimeOffset? BroughtAt { get; set; }

    /// <summary>How many records it brought.</summary>
    public int Brought { get; set; }

    /// <summary>How many of its rows did not become a record.</summary>
    public int StayedOut { get; set; }

    public DateTimeOffset? TakenBackAt { get; set; }

    /// <summary>How many of its records were taken back; those that somebody has changed since stay.</summary>
    public int TakenBack { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => PlaceId;
}

/// <summary>What stands in a file that waits; gone once it was brought in.</summary>
internal sealed class WaitingFile
{
    public required Guid ArrivalId { get; init; }

    public required Guid PlaceId { get; init; }

    public required byte[] Content { get; init; }

    public required DateTimeOffset ArrivedAt { get; init; }
}
