using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Trellis.Platform.Data;

namespace Trellis.Platform.Notices;

/// <summary>The form in which the list of those who want no news knows a mailbox: nobody can read the address out of it, or try addresses, without the site's keys.</summary>
public sealed class AddressHash(Database database, WriteGate gate, IDataProtectionProvider keys)
{
    private const string Name = "addresses";
    private byte[]? key;

    /// <exception cref="CryptographicException">The site's keys are gone, and with them the list.</exception>
    public async Task<string> Of(string email, CancellationToken stop)
    {
        key ??= await Key(stop);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(email)));
    }

    private async Task<byte[]> Key(CancellationToken stop)
    {
        var protector = keys.CreateProtector("sealed-key." + Name);
        var made = protector.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        await using var connection = await database.Open(stop);
        var kept = await Kept();
        if (kept is null)
        {
            using var turn = database.IsSqlite ? await gate.Enter(stop) : null;
            await connection.Execute("INSERT INTO platform_sealed_key (name, sealed) VALUES (@name, @made) ON CONFLICT (name) DO NOTHING", stop, ("name", Name), ("made", made));
            kept = await Kept(); // of two at once, one counts
        }

        return Convert.FromBase64String(protector.Unprotect(kept!));

        Task<string?> Kept() => connection.Value<string>("SELECT sealed FROM platform_sealed_key WHERE name = @name", stop, ("name", Name));
    }
}
