using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Trellis.Platform.Search;

/// <summary>Arrays of numbers one after the other in a file, with what they are for in front and a checksum at the end.</summary>
internal sealed class Blocks
{
    private const int Version = 1;
    private readonly List<byte[]> blocks = [];
    private int next;

    public void Add<T>(T[] array)
        where T : unmanaged => blocks.Add(MemoryMarshal.AsBytes(array.AsSpan()).ToArray());

    public T[] Next<T>()
        where T : unmanaged
    {
        var read = MemoryMarshal.Cast<byte, T>(blocks[next]).ToArray();
        blocks[next++] = [];
        return read;
    }

    public void Write(Stream to, string purpose)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var block in (IEnumerable<byte[]>)[Encoding.UTF8.GetBytes($"{Version} {purpose}"), .. blocks])
        {
            Put(to, hash, BitConverter.GetBytes(block.Length));
            Put(to, hash, block);
        }

        to.Write(BitConverter.GetBytes(-1));
        to.Write(hash.GetHashAndReset());
    }

    /// <summary>Null where it was written for another purpose, by another version, or is damaged.</summary>
    public static Blocks? Read(Stream from, string purpose)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var read = new Blocks();
        var length = new byte[4];
        while (from.ReadAtLeast(length, 4, throwOnEndOfStream: false) == 4 && BitConverter.ToInt32(length) is var bytes && bytes >= 0 && bytes <= from.Length - from.Position)
        {
            var block = new byte[bytes];
            from.ReadExactly(block);
            hash.AppendData(length);
            hash.AppendData(block);
            if (read.blocks.Count == 0 && Encoding.UTF8.GetString(block) != $"{Version} {purpose}")
            {
                return null;
            }

            read.blocks.Add(block);
        }

        var sum = new byte[32];
        read.next = 1;
        return from.ReadAtLeast(sum, 32, throwOnEndOfStream: false) == 32 && sum.AsSpan().SequenceEqual(hash.GetHashAndReset()) ? read : null;
    }

    private static void Put(Stream to, IncrementalHash hash, byte[] bytes)
    {
        to.Write(bytes);
        hash.AppendData(bytes);
    }
}
