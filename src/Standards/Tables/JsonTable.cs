using System.Text;

namespace Trellis.Standards.Tables;

/// <summary>A table in JSON: a list of objects, or the features of a GeoJSON file.</summary>
internal sealed class JsonTable : TableFile
{
    private readonly Stream stream;
    private readonly JsonScanner scanner;
    private readonly Windows1252Fallback fallback;
    private readonly JsonRow row;
    private bool first;

    private JsonTable(Stream stream, Windows1252Fallback fallback, string fileName, TableLimits limits)
        : base(fileName)
    {
        this.stream = stream;
        this.fallback = fallback;
        scanner = new JsonScanner(stream, fileName, limits);
        row = new JsonRow(scanner, fileName, limits);
        first = scanner.Read();
        Headings = first ? [.. row.Headings] : [];
    }

    public override IReadOnlyList<string> Headings { get; }

    public override bool IsJson => true;

    public override IReadOnlyList<string> Notes =>
        fallback.Bytes == 0 ? base.Notes : [.. base.Notes, $"{fallback.Bytes:N0} bytes are not UTF-8 and were read as Windows-1252."];

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
        return new JsonTable(Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8), fallback, fileName, limits);
    }

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
