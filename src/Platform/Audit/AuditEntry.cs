using System.Globalization;
using Trellis.Platform.Access;

namespace Trellis.Platform.Audit;

/// <summary>What was done to a record, and in which of its fields; never what stood or stands in them.</summary>
/// <param name="RecordKind">The noun, as in Appointment.</param>
/// <param name="Fields">Names of the fields that changed, in the order of the alphabet.</param>
public sealed record Deed(string RecordKind, Guid RecordId, Guid? PlaceId, DeedKind Kind, IReadOnlyList<string> Fields)
{
    /// <summary>It came along with something else: why that was done does not stand with it.</summary>
    public bool IsAside { get; init; }
}

public enum DeedKind
{
    Added,
    Changed,
    Removed,

    /// <summary>Something confidential was looked at.</summary>
    Read,
}

/// <summary>One link of the chain.</summary>
public sealed class AuditEntry
{
    /// <summary>Before the first entry.</summary>
    public const string Nothing = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>1, 2, 3 …, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>To the millisecond, so that both databases give back what was hashed.</summary>
    public required DateTimeOffset At { get; init; }

    public Guid? PlaceId { get; init; }

    /// <summary>The person; null for a command, a job, or a visitor who is not signed in.</summary>
    public Guid? ActorId { get; init; }

    public Guid? SessionId { get; init; }

    /// <summary>The page or command, and what it did: "/groups/{slug}/edit Changed".</summary>
    public required string Act { get; init; }

    public required string RecordKind { get; init; }

    public required Guid RecordId { get; init; }

    /// <summary>Field names with commas between.</summary>
    public required string Fields { get; init; }

    public string? ReasonHash { get; init; }

    public required string Previous { get; init; }

    public required string Hash { get; init; }

    /// <summary>The hash that an entry of these contents must have.</summary>
    public static string HashOf(AuditEntry entry) => Secret.Hash(string.Join('\n',
        entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        entry.PlaceId, entry.ActorId, entry.SessionId, entry.Act, entry.RecordKind, entry.RecordId, entry.Fields, entry.ReasonHash, entry.Previous));

    /// <summary>The hash by which the chain knows a reason.</summary>
    public static string HashOf(string salt, string reason) => Secret.Hash(salt + "\n" + reason);
}

/// <summary>Why something was done, in the words of whoever did it. Erased where it says too much of a person; the chain then still holds.</summary>
public sealed class AuditReason
{
    public required long Sequence { get; init; }

    public required string Salt { get; init; }

    public required string Reason { get; init; }
}
