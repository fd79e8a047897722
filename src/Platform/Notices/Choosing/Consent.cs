using Trellis.Platform.Audit;

namespace Trellis.Platform.Notices;

/// <summary>Somebody has said yes to news, to these very words, at this time.</summary>
public sealed class Consent : IAudited
{
    /// <summary>What is asked now. Whoever said yes to other words has not said yes to these.</summary>
    public const string Wording = "Send me news about the voluntary sector of this place by email. I can stop it at any time.";

    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required LetterKind Purpose { get; init; }

    /// <summary>The words they saw.</summary>
    public required string Words { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public int Version { get; set; }

    Guid? IAudited.InPlace => null;
}

/// <summary>A mailbox that wants no news, known by a keyed hash only, so that it outlives everything else about its owner.</summary>
public sealed class Suppressed
{
    public required string AddressHash { get; init; }

    public required DateTimeOffset Since { get; init; }
}

public enum Digest
{
    AsItComes,
    Daily,
    Weekly,
}

/// <summary>How often somebody wants the letters that can wait.</summary>
public sealed class LetterChoice
{
    public required Guid PersonId { get; init; }

    public required Digest Digest { get; set; }
}

/// <summary>A key that must stay the same for years, encrypted with the site's own keys.</summary>
public sealed class SealedKey
{
    public required string Name { get; init; }

    public required string Sealed { get; init; }
}

/// <summary>An address that returned our letters.</summary>
public sealed class Unreachable
{
    public required string Email { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required string Reason { get; init; }
}
