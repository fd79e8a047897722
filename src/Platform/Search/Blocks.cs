using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Trellis.Platform.Search;

/// <summary>Arrays of numbers one after the other in a file, with what they are for in front and a checksum at the end.</summary>
internal sealed class Blocks
{
    private const int Version = 1;
    private const int End = -1;
    private const int AtOnce = 1 << 16;
    private readonly List<byte[]> written = [];
    private readonly Stream? from;

    public Blocks()
    {
    }

    private Blocks(Stream from) => this.from = from;

    public void Add<T>(T[] array)
        where T : unmanaged => written.Add(MemoryMarshal.AsBytes(array.AsSpan()).ToArray());

    /// <summary>The next array, read into its place at once: held twice, a large index would leave the process twice as large.</summary>
    public T[] Next<T>()
        where T : unmanaged
    {
        var length = 0;
        from!.ReadExactly(MemoryMarshal.AsBytes(new Span<int>(ref length)));
        var read = GC.AllocateUninitializedArray<T>(length / Unsafe.SizeOf<T>());
        from.ReadExactly(MemoryMarshal.AsBytes(read.AsSpan()));
        return read;
    }

    public void Write(Stream to, string purpose)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var block in (IEnumerable<byte[]>)[Title(purpose), .. written])
        {
            Put(to, hash, BitConverter.GetBytes(block.Length));
            Put(to, hash, block);
        }

        to.Write(BitConverter.GetBytes(End));
        to.Write(hash.GetHashAndReset());
    }

    /// <summary>Null where it was written for another purpose, by another version, or is damaged: it is gone through once before anything is read.</summary>
    public static Blocks? Read(Stream from, string purpose)
    {
        var title = Title(purpose);
        if (!IsWhole(from))
        {
            return null;
        }

        from.Position = 0;
        var blocks = new Blocks(from);
        return blocks.Next<byte>().AsSpan().SequenceEqual(title) ? blocks : null;
    }

    private static bool IsWhole(Stream from)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[AtOnce];
        var left = from.Length - sizeof(int) - SHA256.HashSizeInBytes;
        while (left > 0 && from.Read(buffer, 0, (int)Math.Min(left, AtOnce)) is var count && count > 0)
        {
            hash.AppendData(buffer, 0, count);
            left -= count;
        }

        var tail = buffer.AsSpan(0, sizeof(int) + SHA256.HashSizeInBytes);
        return left == 0 && from.ReadAtLeast(tail, tail.Length, throwOnEndOfStream: false) == tail.Length
            && BitConverter.ToInt32(tail) == End && tail[sizeof(int)..].SequenceEqual(hash.GetHashAndReset());
    }

    private static byte[] Title(string purpose) => Encoding.UTF8.GetBytes($"{Version} {purpose}");

    private static void Put(Stream to, IncrementalHash hash, byte[] bytes)
    {
        to.Write(bytes);
        hash.AppendData(bytes);
    }
}
