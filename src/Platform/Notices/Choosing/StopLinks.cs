using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Trellis.Platform.Web;

namespace Trellis.Platform.Notices;

/// <summary>The address by which the reader of a letter stops news. It names the mailbox, encrypted, needs no account, and works for as long as the site's keys are kept.</summary>
internal sealed class StopLinks(PublicAddress address, IDataProtectionProvider keys)
{
    private readonly IDataProtector protector = keys.CreateProtector("letters.stop");

    public string For(string email) => new Uri(address.Known, "/letters/stop?key=" + protector.Protect(email)).ToString();

    /// <summary>The mailbox the link was made for; null where it is none of ours.</summary>
    public string? Read(string? key)
    {
        try
        {
            return key is { Length: > 0 and < 2000 } ? protector.Unprotect(key) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
