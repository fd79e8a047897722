using System.Text;
using System.Text.Json;

namespace Trellis.Standards.Tables;

/// <summary>A table in JSON: a list of objects, or the features of a GeoJSON file.</summary>
internal sealed class JsonTable : TableFile
{
    private const int Looked = 50;
    private const int MostNamed = 10;
    private readonly Stream stream;
    private readonly JsonScanner scanner;
    private readonly Windows1252Fallback fallback;
    private readonly JsonRow row;
    private bool first;

    private JsonTable(Stream stream, Windows1252Fallback fallback, string fileName, TableLimits limits, HeadingList headings)
        : base(fileName)
    {
        this.stream = stream;
        this.fallback = fallback;
        scanner = new JsonScanner(stream, fileName, limits);
        row = new JsonRow(scanner, fileName, limits, headings);
        first = scanner.Read();
        Headings = first ? [.. row.Headings] : [];
    }

    public override IReadOnlyList<string> Headings { get; }

    public override bool IsJson => true;

    public override IReadOnlyList<string> Notes => [.. base.Notes, .. fallback.Bytes == 0 ? [] : new[] { fallback.Note }, .. Unread()];

    public static JsonTable Open(PeekedStream stream, string fileName, TableLimits limits)
    {
        var fallback = new Windows1252Fallback();
        var encoding = TextEncoding.Of(stream.Head, fallback);
        stream.Skip(stream.Head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => 3,
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => 2,
            _ => 0,
        });
        var headings = First(Encoding.CreateTranscodingStream(new MemoryStream(stream.Ahead.ToArray()), TextEncoding.Of(stream.Head, new()), Encoding.UTF8), fileName, limits);
        return new JsonTable(Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8), fallback, fileName, limits, headings);
    }

    /// <summary>The members of the first records, as far as the beginning of the file holds them: a record leaves out what it has nothing to say of.</summary>
    private static HeadingList First(Stream beginning, string fileName, TableLimits limits)
    {
        using (beginning)
        {
            var headings = new HeadingList();
            var ahead = new JsonScanner(beginning, fileName, limits);
            var record = new JsonRow(ahead, fileName, limits, headings);
            try
            {
                for (var number = 0; number < Looked && ahead.Read(); number++)
                {
                    record.Forget();
                    _ = record.Headings;
                }
            }
            catch (Exception end) when (end is JsonException or UnreadableFileException)
            {
                // the beginning breaks off in a record, or the file is broken, which its reading tells
            }

            return headings;
        }
    }

    /// <summary>What stands in the file and was not handed out.</summary>
    private IEnumerable<string> Unread()
    {
        if (row.Later(Headings.Count) is { Count: > 0 } later)
        {
            yield return $"Further down stand members that no record before has: {Some(later)}. They were not read as columns; to have them read, put a record that has them first.";
        }

        if (scanner.FurtherLists is { Count: > 0 } lists)
        {
            yield return $"The file holds further lists, of which nothing was read: {Some(lists)}. To bring one in, save it as a file of its own.";
        }
    }

    private static string Some(IReadOnlyList<string> names) => string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? " and others" : "");

    private protected override Row? Next()
    {
        if (first)
        {
            first = false;
            return row;
        }

        row.Forget();
        return scanner.Read() ? row : null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }
    }
}
