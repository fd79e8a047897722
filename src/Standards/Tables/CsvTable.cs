using System.Text;

namespace Trellis.Standards.Tables;

/// <summary>A table in delimited text.</summary>
internal sealed class CsvTable : TableFile
{
    private readonly StreamReader reader;
    private readonly CsvScanner scanner;
    private readonly Windows1252Fallback fallback;
    private readonly CsvRow row;

    private CsvTable(StreamReader reader, char delimiter, Windows1252Fallback fallback, string fileName, TableLimits limits)
        : base(fileName)
    {
        this.reader = reader;
        this.fallback = fallback;
        scanner = new CsvScanner(reader, delimiter, fileName, limits);
        row = new CsvRow(scanner, HeadingRow());
    }

    public override IReadOnlyList<string> Headings => row.Headings;

    public override IReadOnlyList<string> Notes =>
        fallback.Bytes == 0 ? base.Notes : [.. base.Notes, $"{fallback.Bytes:N0} bytes are not UTF-8 and were read as Windows-1252."];

    public static CsvTable Open(PeekedStream stream, string fileName, TableLimits limits)
    {
        var fallback = new Windows1252Fallback();
        var reader = new StreamReader(stream, TextEncoding.Of(stream.Head, fallback), detectEncodingFromByteOrderMarks: false, 1 << 16);
        return new CsvTable(reader, CsvDelimiter.Of(stream.Head), fallback, fileName, limits);
    }

    private protected override Row? Next()
    {
        while (scanner.Read())
        {
            if (!Blank())
            {
                return row;
            }

            BlankRows++;
        }

        return null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
        }
    }

    private HeadingList HeadingRow()
    {
        while (scanner.Read())
        {
            if (!Blank())
            {
                return HeadingList.From(Cells(), Note);
            }
        }

        throw new UnreadableFileException($"{FileName} has no rows.");
    }

    private IEnumerable<string?> Cells()
    {
        var last = scanner.Count;
        while (last > 0 && scanner[last - 1].IsWhiteSpace())
        {
            last--;
        }

        for (var i = 0; i < last; i++)
        {
            yield return scanner[i].ToString();
        }
    }

    private bool Blank()
    {
        for (var i = 0; i < scanner.Count; i++)
        {
            if (!scanner[i].IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }
}
