using System.Text.Json;
using System.Xml;

namespace Trellis.Standards.Tables;

/// <summary>A file with rows in it: CSV, XLSX, JSON or GeoJSON, plain or inside .gz or .zip. Reads forward only, in constant memory.</summary>
public abstract class TableFile : IDisposable
{
    private readonly List<string> notes = [];
    private bool started;

    private protected TableFile(string fileName) => FileName = fileName;

    /// <summary>The file's name without its folder.</summary>
    public string FileName { get; }

    /// <summary>The headings of the first table; for JSON the paths of its first records' members.</summary>
    public abstract IReadOnlyList<string> Headings { get; }

    /// <summary>Whether the file is JSON (or GeoJSON), so that each row has its record beside it.</summary>
    public virtual bool IsJson => false;

    /// <summary>What the reader had to decide about the file as a whole, a sentence each: an encoding, a repeated heading, a sheet left out. Complete after the last row.</summary>
    public virtual IReadOnlyList<string> Notes => notes;

    /// <summary>Rows with nothing in them; they are passed over but keep their number.</summary>
    public long BlankRows { get; private protected set; }

    /// <summary>Opens a file and reads its head. What the file is, is seen from its content; its name is only used in messages.</summary>
    /// <param name="path">Path of a CSV (comma, semicolon, tab or bar; UTF-8, UTF-16 with a byte order mark, or Windows-1252), XLSX, JSON or GeoJSON file, or of a .gz or .zip with one such file in it.</param>
    /// <exception cref="UnreadableFileException">The file is not of a kind we read, is broken, or is larger than the limits; the message is a sentence for people.</exception>
    public static TableFile Open(string path) => Open(path, TableLimits.Usual);

    /// <inheritdoc cref="Open(string)"/>
    /// <param name="path">Path of the file.</param>
    /// <param name="limits">How large it may be.</param>
    public static TableFile Open(string path, TableLimits limits) => Opening.Open(path, limits);

    /// <summary>All rows in order, of one sheet after the other. May be read once.</summary>
    /// <exception cref="UnreadableFileException">The file breaks off or turns out to be broken further down.</exception>
    public IEnumerable<Row> Rows()
    {
        if (started)
        {
            throw new InvalidOperationException("The rows of a file can be read once.");
        }

        started = true;
        while (Guarded(FileName, Next) is { } row)
        {
            yield return row;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs one step of reading and turns what a broken file throws into a sentence.</summary>
    internal static T Guarded<T>(string fileName, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or XmlException or JsonException or FormatException or OverflowException)
        {
            throw new UnreadableFileException(Sentence(fileName, broken), broken);
        }
        catch (IOException broken) when (broken is not FileNotFoundException and not DirectoryNotFoundException)
        {
            throw new UnreadableFileException($"{fileName} could not be read to its end; is the disk or the connection all right?", broken);
        }
    }

    private protected void Note(string sentence)
    {
        if (notes.Count < 100)
        {
            notes.Add(sentence);
        }
    }

    /// <summary>The next row that has something in it; null at the end.</summary>
    private protected abstract Row? Next();

    /// <summary>Closes the file.</summary>
    protected abstract void Dispose(bool disposing);

    private static string Sentence(string fileName, Exception broken) => broken switch
    {
        JsonException deep when deep.Message.Contains("depth", StringComparison.Ordinal) => $"{fileName} is nested more deeply than any real data is.",
        JsonException json => $"{fileName} is not sound JSON{(json.LineNumber is { } line ? $" near line {line + 1}" : "")}: it is broken or was cut off.",
        XmlException xml => $"{fileName} is not a sound spreadsheet (its XML is broken near line {xml.LineNumber}, or asks for something we do not allow).",
        _ => $"{fileName} is broken or was cut off while it was copied; please fetch it again.",
    };
}
