using System.Text;

namespace Trellis.Standards.Tables;

/// <summary>A table in delimited text.</summary>
internal sealed class CsvTable : TableFile
{
    private readonly CsvRows rows;
    private readonly Windows1252Fallback fallback;
    private readonly CsvRow row;
    private bool any;

    private CsvTable(StreamReader reader, int above, Windows1252Fallback fallback, string fileName, TableLimits limits)
        : base(fileName)
    {
        this.fallback = fallback;
        rows = new CsvRows(reader, fileName, limits, above);
        row = new CsvRow(rows, HeadingRow());
    }

    public override IReadOnlyList<string> Headings => row.Headings;

    public override IReadOnlyList<string> Notes =>
        fallback.Bytes == 0 ? base.Notes : [.. base.Notes, fallback.Note];

    public static CsvTable Open(PeekedStream stream, string fileName, TableLimits limits)
    {
        var fallback = new Windows1252Fallback();
        var (above, length) = TitleRows.Above(TextEncoding.Of(stream.Head, new()).GetString(stream.Head).TrimStart('\uFEFF')); // which the reader passes over
        var reader = new StreamReader(stream, TextEncoding.Of(stream.Head, fallback), detectEncodingFromByteOrderMarks: false, 1 << 16);
        var titles = new char[length];
        reader.ReadBlock(titles);
        var table = new CsvTable(reader, above, fallback, fileName, limits);
        if (above > 0)
        {
            table.Note(TitleRows.Note([.. new string(titles).Split('\n').Select(line => line.Trim(' ', '\t', '\r', ',', ';', '|', '"')).Where(line => line.Length > 0)]));
        }

        return table;
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
