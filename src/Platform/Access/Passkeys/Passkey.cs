using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Trellis.Platform.Audit;

namespace Trellis.Platform.Access;

/// <summary>What a device or password manager of somebody can sign for them with; the public half.</summary>
public sealed class Passkey : IAudited
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>By which the device knows it, as base64url.</summary>
    public required string CredentialId { get; init; }

    /// <summary>COSE, as base64url.</summary>
    public required string PublicKey { get; init; }

    /// <summary>What its owner calls it: My phone.</summary>
    public required string Name { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>Goes up with each use on devices that count; one that goes back is a copy.</summary>
    public required long SignCount { get; set; }

    /// <summary>With commas between.</summary>
    public required string Transports { get; init; }

    public required bool IsUserVerified { get; init; }

    public required bool IsBackupEligible { get; init; }

    /// <summary>Whether its owner's password manager keeps it on other devices too.</summary>
    public required bool IsBackedUp { get; set; }

    Guid? IAudited.InPlace => null;

    public static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    /// <summary>As the framework wants to see it. How it was attested is not kept: we ask for no attestation.</summary>
    internal UserPasskeyInfo ForFramework() => new(
        Base64Url.DecodeFromChars(CredentialId), Base64Url.DecodeFromChars(PublicKey), CreatedAt, (uint)SignCount,
        Transports.Split(',', StringSplitOptions.RemoveEmptyEntries), IsUserVerified, IsBackupEligible, IsBackedUp, [], [])
    {
        Name = Name,
    };
}
