using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Trellis.Platform.Confidential;

/// <summary>A text as it is kept: AES-256-GCM with a fresh nonce, bound to its key, its column and its row, so that moved anywhere else it no longer opens.</summary>
/// <remarks>c1.KEY.TEXT, where TEXT is nonce, tag and ciphertext as base64url.</remarks>
internal static class Cipher
{
    private const string Form = "c1";
    private const int Nonce = 12;
    private const int Tag = 16;

    public static string Close(string text, ConfidentialKey key, SealedColumn column, Guid row)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var whole = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(whole.AsSpan(0, Nonce));
        using var aes = new AesGcm(key.Bytes, Tag);
        aes.Encrypt(whole.AsSpan(0, Nonce), plain, whole.AsSpan(Nonce + Tag), whole.AsSpan(Nonce, Tag), Bound(key.Id, column, row));
        CryptographicOperations.ZeroMemory(plain);
        return $"{Form}.{key.Id}.{Base64Url.EncodeToString(whole)}";
    }

    /// <summary>The name of the key it was closed with; null where this is no text of ours.</summary>
    public static string? KeyOf(string closed) => closed.Split('.') is [Form, var id, _] ? id : null;

    /// <summary>What all texts closed with the key begin with.</summary>
    public static string Beginning(string keyId) => $"{Form}.{keyId}.";

    /// <summary>Null where it has been altered, or was written for another row or column.</summary>
    public static string? Open(string closed, ConfidentialKey key, SealedColumn column, Guid row)
    {
        try
        {
            var whole = Base64Url.DecodeFromChars(closed.AsSpan(Beginning(key.Id).Length));
            if (whole.Length < Nonce + Tag)
            {
                return null;
            }

            var plain = new byte[whole.Length - Nonce - Tag];
            using var aes = new AesGcm(key.Bytes, Tag);
            aes.Decrypt(whole.AsSpan(0, Nonce), whole.AsSpan(Nonce + Tag), whole.AsSpan(Nonce, Tag), plain, Bound(key.Id, column, row));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private static byte[] Bound(string key, SealedColumn column, Guid row) => Encoding.UTF8.GetBytes($"trellis {Form}\n{key}\n{column.Table}.{column.Column}\n{row:n}");
}
