using System.Security.Cryptography;
using System.Text;

namespace Trellis.Platform;

/// <summary>What people quote instead of an id: seven letters and digits without look-alikes and one check character, as in GRP-7K3F-92XQ.</summary>
public static class Reference
{
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The same id always has the same reference.</summary>
    public static string For(string kind, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        var hash = SHA256.HashData(bytes);
        var text = new StringBuilder(kind).Append('-');
        var check = 0;
        for (var place = 0; place < 7; place++)
        {
            var letter = hash[place] % Letters.Length;
            check = ((check * 7) + letter) % Letters.Length;
            text.Append(Letters[letter]);
            if (place == 3)
            {
                text.Append('-');
            }
        }

        return text.Append(Letters[check]).ToString();
    }
}
