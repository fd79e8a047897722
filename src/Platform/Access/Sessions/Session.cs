using Trellis.Platform.Audit;

namespace Trellis.Platform.Access;

/// <summary>How somebody proved who they are.</summary>
public enum SignInWay
{
    Code,
    Passkey,
    OpenId,
    FirstLink,
    Sample,
    Invitation,
}

/// <summary>A browser in which somebody is signed in; its owner can see it and end it.</summary>
public sealed class Session
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required string TokenHash { get; set; }

    public required SignInWay Way { get; init; }

    /// <summary>What the browser calls itself, in a few words: Chrome on Android.</summary>
    public required string Device { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset SeenAt { get; set; }

    public required DateTimeOffset EndsAt { get; set; }

    /// <summary>When they last proved who they are; risky acts ask again after a while.</summary>
    public required DateTimeOffset SteppedUpAt { get; set; }

    /// <summary>When a passkey was last shown in it; null where none was.</summary>
    public DateTimeOffset? PasskeyAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>That it began or was ended, for the history: not each time it was seen.</summary>
    internal Deed Deed(DeedKind kind) => new(nameof(Session), Id, null, kind, []);
}
