using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Trellis.Platform.Search;

/// <summary>How numbers lie in a file: what they are for in front, each block with its length before it, a checksum at the end.</summary>
internal static class BlockFile
{
    public const int Version = 2;

    /// <summary>Each block begins where any kind of number may lie.</summary>
    public const int Unit = 8;

    public static byte[] Title(string purpose) => Encoding.UTF8.GetBytes($"{Version} {purpose}");

    public static int Padding(int length) => (Unit - (length % Unit)) % Unit;
}

/// <summary>Writes blocks into a file, one after the other.</summary>
internal sealed class BlockWriter : IDisposable
{
    private readonly Stream to;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public BlockWriter(Stream to, string purpose)
    {
        this.to = to;
        Add<byte>(BlockFile.Title(purpose));
    }

    public void Add<T>(Block<T> block)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(block.Span);
        Put(BitConverter.GetBytes((long)bytes.Length));
        Put(bytes);
        Put(stackalloc byte[BlockFile.Padding(bytes.Length)]);
    }

    /// <summary>The checksum, without which the file counts as cut short.</summary>
    public void Complete() => to.Write(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();

    private void Put(ReadOnlySpan<byte> bytes)
    {
        to.Write(bytes);
        hash.AppendData(bytes);
    }
}

/// <summary>
/// Reads blocks where they lie, without a copy: a large index then takes no more memory than the parts that are looked at, which the system can have back at any time.
/// The file stays mapped until the process ends, so that nobody who still reads an older index reads nothing. Whoever renews the file must put another in its
/// place, never write into it.
/// </summary>
internal sealed unsafe class BlockReader
{
    private const int AtOnce = 1 << 16;
    private readonly byte* begin;
    private readonly long length;
    private long at;

    private BlockReader(byte* begin, long length)
    {
        this.begin = begin;
        this.length = length;
    }

    /// <summary>Null where it was written for another purpose, by another version, or is damaged: it is gone through once before anything is taken from it.</summary>
    public static BlockReader? Open(string file, string purpose)
    {
        using var stream = File.OpenRead(file);
        if (!IsFor(stream, BlockFile.Title(purpose)) || !IsWhole(stream))
        {
            return null;
        }

        var map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        var handle = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read).SafeMemoryMappedViewHandle;
        byte* begin = null;
        handle.AcquirePointer(ref begin); // and never released: see above
        var reader = new BlockReader(begin, stream.Length - SHA256.HashSizeInBytes);
        reader.Next<byte>(); // the title
        return reader;
    }

    public Block<T> Next<T>()
        where T : unmanaged
    {
        var size = at + BlockFile.Unit <= length ? *(long*)(begin + at) : -1;
        at += BlockFile.Unit;
        if (size < 0 || size > int.MaxValue || at + size > length)
        {
            throw new InvalidDataException("The index file has fewer blocks than it should.");
        }

        var block = new Block<T>(begin + at, (int)(size / Unsafe.SizeOf<T>()));
        at += size + BlockFile.Padding((int)size);
        return block;
    }

    private static bool IsFor(FileStream from, byte[] title)
    {
        var begin = new byte[BlockFile.Unit + title.Length];
        return from.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) == begin.Length
            && BitConverter.ToInt64(begin) == title.Length && begin.AsSpan(BlockFile.Unit).SequenceEqual(title);
    }

    private static bool IsWhole(FileStream from)
    {
        from.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[AtOnce];
        var left = from.Length - SHA256.HashSizeInBytes;
        while (left > 0 && from.Read(buffer, 0, (int)Math.Min(left, AtOnce)) is var count && count > 0)
        {
            hash.AppendData(buffer, 0, count);
            left -= count;
        }

        var tail = buffer.AsSpan(0, SHA256.HashSizeInBytes);
        return left == 0 && from.ReadAtLeast(tail, tail.Length, throwOnEndOfStream: false) == tail.Length && tail.SequenceEqual(hash.GetHashAndReset());
    }
}
