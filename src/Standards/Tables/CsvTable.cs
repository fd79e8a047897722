using System.Text;

namespace Trellis.Standards.Tables;

/// <summary>A table in delimited text.</summary>
internal sealed class CsvTable : TableFile
{
    private readonly CsvRows rows;
    private readonly Windows1252Fallback fallback;
    private readonly CsvRow row;
    private bool any;

    private CsvTable(StreamReader reader, Windows1252Fallback fallback, string fileName, TableLimits limits)
        : base(fileName)
    {
        this.fallback = fallback;
        rows = new CsvRows(reader, fileName, limits);
        row = new CsvRow(rows, HeadingRow());
    }

    public override IReadOnlyList<string> Headings => row.Headings;

    public override IReadOnlyList<string> Notes =>
        fallback.Bytes == 0 ? base.Notes : [.. base.Notes, $"{fallback.Bytes:N0} bytes are not UTF-8 and were read as Windows-1252."];

    public static CsvTable Open(PeekedStream stream, string fileName, TableLimits limits)
    {
        var fallback = new Windows1252Fallback();
        var reader = new StreamReader(stream, TextEncoding.Of(stream.Head, fallback), detectEncodingFromByteOrderMarks: false, 1 << 16);
        return new CsvTable(reader, fallback, fileName, limits);
    }

    private protected override Row? Next()
    {
        while (rows.Read())
        {
            if (!Blank())
            {
                any = true;
                return row;
            }

            BlankRows++;
        }

        return any || Headings.Count > 1 ? null : throw new UnreadableFileException($"{FileName} holds one line without columns, which is no table.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            rows.Dispose();
        }
    }

    private HeadingList HeadingRow()
    {
        while (rows.Read())
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
        var last = rows.Count;
        while (last > 0 && rows[last - 1].IsWhiteSpace())
        {
            last--;
        }

        for (var i = 0; i < last; i++)
        {
            yield return rows[i].ToString();
        }
    }

    private bool Blank()
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (!rows[i].IsWhiteSpace())
            {
                return false;
            }
        }

        return true;
    }
}
