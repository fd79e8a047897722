using System.Buffers.Binary;
using System.IO.Compression;

namespace Trellis.Standards.Tables;

/// <summary>A ZIP file, looked through before anything in it is unpacked.</summary>
internal sealed class Archive : IDisposable
{
    private static readonly string[] Clutter = ["__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini"];

    private readonly TableLimits limits;
    private readonly ZipArchive zip;
    private readonly long length;

    public Archive(Stream file, string name, TableLimits limits)
    {
        this.limits = limits;
        FileName = name;
        length = file.Length;
        if (EntriesSaid(file) > limits.Entries)
        {
            throw new UnreadableFileException($"{name} holds more than {limits.Entries:N0} files; please send the one that matters.");
        }

        zip = new ZipArchive(file, ZipArchiveMode.Read);
        if (zip.Entries.Count > limits.Entries)
        {
            throw new UnreadableFileException($"{name} holds more than {limits.Entries:N0} files; please send the one that matters.");
        }
    }

    public string FileName { get; }

    public bool IsWorkbook => zip.GetEntry("[Content_Types].xml") is not null || zip.GetEntry("xl/workbook.xml") is not null;

    public IEnumerable<string> Names => zip.Entries.Select(e => e.FullName);

    /// <summary>The stream of an entry that something else unpacks, watched for what comes out of it.</summary>
    public GuardedStream Guard(string name, Stream unpacked) => Guard(Find(name) ?? throw new InvalidDataException(name), unpacked);

    /// <summary>The one data file in the archive, unpacked as it is read.</summary>
    public Stream OnlyDataFile()
    {
        var files = zip.Entries.Where(e => e.Name.Length > 0 && !Clutter.Any(c => e.FullName.Contains(c, StringComparison.OrdinalIgnoreCase))).ToList();
        if (files.Find(e => e.FullName.Contains("..", StringComparison.Ordinal) || e.FullName.Contains('\\') || Path.IsPathRooted(e.FullName)) is not null)
        {
            throw new UnreadableFileException($"{FileName} holds a file whose name points outside of it; it was not read.");
        }

        return files switch
        {
            [] => throw new UnreadableFileException($"{FileName} has no file in it."),
            [var only] => new Owned(Unpack(only), this),
            _ when files.Exists(e => e.FullName == "mimetype") => throw new UnreadableFileException($"{FileName} is an OpenDocument file; please save it as .xlsx or .csv."),
            _ => throw new UnreadableFileException($"{FileName} holds {files.Count} files; please send them one by one."),
        };
    }

    public void Dispose() => zip.Dispose();

    /// <summary>The number of entries from the last record of the file, before a list of them is made.</summary>
    private static int EntriesSaid(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, 22 + ushort.MaxValue)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        file.Position = 0;
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        return end >= 0 && end + 12 <= tail.Length ? BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10)) : 0;
    }

    private ZipArchiveEntry? Find(string name)
    {
        var wanted = name.TrimStart('/');
        return zip.GetEntry(wanted) ?? zip.Entries.FirstOrDefault(e => e.FullName.Replace('\\', '/').Equals(wanted, StringComparison.OrdinalIgnoreCase));
    }

    private GuardedStream Guard(ZipArchiveEntry entry, Stream unpacked) => new(unpacked, FileName, Math.Min(entry.CompressedLength, length), entry.Length, limits);

    private GuardedStream Unpack(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
        {
            throw new UnreadableFileException($"{FileName} is locked with a password; please send it without one.");
        }

        return Guard(entry, entry.Open());
    }

    /// <summary>Closes the archive with the stream that was taken out of it.</summary>
    private sealed class Owned(Stream inner, Archive archive) : ForwardStream(inner)
    {
        public override int Read(Span<byte> buffer) => Inner.Read(buffer);

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
            {
                archive.Dispose();
            }
        }
    }
}
