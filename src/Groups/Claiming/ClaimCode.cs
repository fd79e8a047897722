using System.Security.Cryptography;
using Trellis.Platform.Access;

namespace Trellis.Groups.Claiming;

/// <summary>Eight letters that prove that somebody reads a group's mail or post; none that can be taken for another.</summary>
internal static class ClaimCode
{
    private const string Signs = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    /// <summary>As it is written down: two halves.</summary>
    public static string Make()
    {
        var code = RandomNumberGenerator.GetString(Signs, 8);
        return code[..4] + " " + code[4..];
    }

    /// <summary>Bound to its claim, so that it is of no use for another.</summary>
    public static string Hash(string code, Guid claim) => Secret.Hash(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant() + ":" + claim);
}
