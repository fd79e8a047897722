using System.Buffers.Binary;
using System.IO.Compression;

namespace Trellis.Standards.Tables;

/// <summary>Finds out from its content what a file is, and opens it.</summary>
internal static class Opening
{
    private const int HeadLength = 64 * 1024;

    public static TableFile Open(string path, TableLimits limits)
    {
        var name = Path.GetFileName(path);
        var file = File(path, name);
        try
        {
            return TableFile.Guarded(name, () => Plain(file, name, limits));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static FileStream File(string path, string name)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnreadableFileException($"There is no file {path}.", missing);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new UnreadableFileException(Directory.Exists(path) ? $"{path} is a folder, not a file." : $"{path} may not be read by this user.", refused);
        }
    }

    private static TableFile Plain(FileStream file, string name, TableLimits limits)
    {
        if (!file.CanSeek)
        {
            throw new UnreadableFileException($"{file.Name} can be read only once, as what another program writes. Save it as a file first.");
        }

        var head = new byte[HeadLength];
        head = head[..file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
        file.Position = 0;
        return FileKind.Of(head) switch
        {
            FileKind.Kind.Gzip => Content(Unzipped(file, name, limits), name, limits),
            FileKind.Kind.Zip => Zip(file, name, limits),
            FileKind.Kind.Ole => throw new UnreadableFileException(Ole(file, name)),
            _ => Content(file, name, limits),
        };
    }

    /// <summary>The last four bytes of a gzip file say how long it is unpacked.</summary>
    private static GuardedStream Unzipped(FileStream file, string name, TableLimits limits)
    {
        Span<byte> said = stackalloc byte[4];
        file.Position = Math.Max(0, file.Length - said.Length);
        file.ReadAtLeast(said, said.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return new GuardedStream(new GZipStream(file, CompressionMode.Decompress), name, file.Length, BinaryPrimitives.ReadUInt32LittleEndian(said), limits);
    }

    /// <summary>Text of some sort: after unpacking there may be no further packing.</summary>
    private static TableFile Content(Stream stream, string name, TableLimits limits)
    {
        var peeked = new PeekedStream(stream, HeadLength);
        return FileKind.Of(peeked.Head) switch
        {
            FileKind.Kind.Json => JsonTable.Open(peeked, name, limits),
            FileKind.Kind.Text => CsvTable.Open(peeked, name, limits),
            FileKind.Kind.Zip when stream is GuardedStream && FileKind.IsWorkbook(peeked.Head) => Workbook(peeked, name, limits),
            FileKind.Kind.Zip or FileKind.Kind.Gzip => throw new UnreadableFileException($"{name} is a packed file inside a packed file; please unpack it once."),
            var other => throw new UnreadableFileException(FileKind.Refusal(other, name)),
        };
    }

    private static TableFile Zip(FileStream file, string name, TableLimits limits)
    {
        var archive = new Archive(file, name, limits);
        if (archive.IsWorkbook)
        {
            return XlsxTable.Open(file, archive, limits);
        }

        return Content(archive.OnlyDataFile(), name, limits);
    }

    /// <summary>A workbook must be read out of order, so one inside a packed file is unpacked to a file that goes when it is closed.</summary>
    private static XlsxTable Workbook(Stream packed, string name, TableLimits limits)
    {
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            using (packed)
            {
                packed.CopyTo(file);
            }

            file.Position = 0;
            return XlsxTable.Open(file, new Archive(file, name, limits), limits);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static string Ole(FileStream file, string name)
    {
        var bytes = new byte[(int)Math.Min(file.Length, 1 << 20)];
        file.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
            ? $"{name} is locked with a password; please save it without one."
            : $"{name} is an old Excel file (.xls) or another old Office file; please save it as .xlsx or .csv.";
    }
}
