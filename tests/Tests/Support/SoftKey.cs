using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Trellis.Tests.Support;

/// <summary>A device that makes and shows one passkey, as the standard says (WebAuthn level 3): P-256, counting, no attestation. What it does wrong a test can choose.</summary>
internal sealed class SoftKey : IDisposable
{
    private const byte Present = 0x01, Verified = 0x04, BackupEligible = 0x08, HasKey = 0x40;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(20);

    public string Origin { get; set; } = "http://localhost";

    public uint Count { get; set; } = 1;

    /// <summary>Whether its owner showed the finger or typed the PIN.</summary>
    public bool Verifies { get; set; } = true;

    public byte Backup { get; set; } = BackupEligible;

    /// <summary>Whose passkey it says it is; as it was told when it was made.</summary>
    public string? Owner { get; set; }

    /// <summary>What navigator.credentials.create() gives for these options.</summary>
    public string Make(JsonElement options)
    {
        Owner = options.GetProperty("user").GetProperty("id").GetString();
        var told = Told("webauthn.create", options.GetProperty("challenge").GetString()!);
        byte[] attested = [.. new byte[16], .. Big((ushort)id.Length), .. id, .. PublicKey()];
        byte[] data = [.. Data(options.GetProperty("rp").GetProperty("id").GetString()!, HasKey), .. attested];
        // {"fmt": "none", "attStmt": {}, "authData": data} in CBOR
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Credential(new { clientDataJSON = Text(told), attestationObject = Text(attestation), transports = new[] { "internal" } });
    }

    /// <summary>What navigator.credentials.get() gives for these options.</summary>
    public string Show(JsonElement options)
    {
        Count++;
        var told = Told("webauthn.get", options.GetProperty("challenge").GetString()!);
        var data = Data(options.GetProperty("rpId").GetString()!, 0);
        var signature = key.SignData([.. data, .. SHA256.HashData(told)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new { clientDataJSON = Text(told), authenticatorData = Text(data), signature = Text(signature), userHandle = Owner });
    }

    public void Dispose() => key.Dispose();

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private static byte[] Big(ushort number)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, number);
        return bytes;
    }

    private string Credential(object response) => JsonSerializer.Serialize(new { id = Text(id), rawId = Text(id), type = "public-key", clientExtensionResults = new { }, response });

    private byte[] Told(string type, string challenge) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { type, challenge, origin = Origin, crossOrigin = false }));

    private byte[] Data(string domain, byte flags)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, Count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(domain)), (byte)(flags | Present | Backup | (Verifies ? Verified : 0)), .. count];
    }

    /// <summary>COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y}.</summary>
    private byte[] PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
    }
}
