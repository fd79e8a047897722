namespace Trellis.Standards.Tables;

/// <summary>A file with rows in it: CSV, XLSX, JSON or GeoJSON, plain or inside .gz or .zip. Reads forward only, in constant memory.</summary>
public abstract class TableFile : IDisposable
{
    public abstract string FileName { get; }

    /// <summary>The headings of the first table; for JSON the member names of its first record.</summary>
    public abstract IReadOnlyList<string> Headings { get; }

    /// <summary>Opens a file and reads its head.</summary>
    /// <exception cref="UnreadableFileException">The file is not of a kind we read, is broken, or is larger than the limits; the message is a sentence for people.</exception>
    public static TableFile Open(string path) => throw new UnreadableFileException($"{Path.GetFileName(path)} cannot be read yet.");

    /// <summary>All rows in order. May be read once.</summary>
    /// <exception cref="UnreadableFileException">The file breaks off or turns out to be broken further down.</exception>
    public abstract IEnumerable<Row> Rows();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}

/// <summary>A file that cannot be read; the message says why, in one sentence for people.</summary>
public sealed class UnreadableFileException(string message, Exception? inner = null) : Exception(message, inner);
