namespace Trellis.Standards.Tables;

/// <summary>The sheets of a workbook, one after the other; the first row with something in it holds the headings of its sheet.</summary>
internal sealed class XlsxTable : TableFile
{
    private readonly XlsxBook book;
    private readonly IReadOnlyList<XlsxSheet> sheets;
    private readonly XlsxCells cells;
    private int sheet;
    private XlsxPart? part;
    private XlsxRow? row;

    private XlsxTable(XlsxBook book, string fileName, TableLimits limits)
        : base(fileName)
    {
        this.book = book;
        foreach (var hidden in book.Sheets.Where(s => s.Hidden))
        {
            Note($"The sheet \"{hidden.Name}\" is hidden and was left out.");
        }

        sheets = [.. book.Sheets.Where(s => !s.Hidden)];
        cells = new XlsxCells(book.SharedTexts(), book.Dates, fileName, limits);
        if (!NextSheet())
        {
            throw new UnreadableFileException($"{FileName} has no sheet with anything in it.");
        }

        Headings = row!.Headings;
    }

    public override IReadOnlyList<string> Headings { get; }

    public static XlsxTable Open(Stream file, Archive archive, TableLimits limits)
    {
        if (archive.Names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw new UnreadableFileException($"{archive.FileName} holds macros (small programs); please save it as .xlsx without them.");
        }

        return new XlsxTable(XlsxBook.Open(file, archive, limits), archive.FileName, limits);
    }

    private protected override Row? Next()
    {
        do
        {
            if (NextRow())
            {
                return row;
            }
        }
        while (NextSheet());
        return null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            part?.Dispose();
            book.Dispose();
        }
    }

    /// <summary>Goes to the next sheet that has a heading row.</summary>
    private bool NextSheet()
    {
        for (; sheet < sheets.Count; sheet++)
        {
            var above = Above();
            Begin();
            List<string> titles = [];
            for (; above > 0 && NextRow(); above--)
            {
                titles.Add(cells.Texts().OfType<string>().First());
            }

            if (NextRow())
            {
                if (titles.Count > 0)
                {
                    Note(TitleRows.Note(titles));
                }

                row = new XlsxRow(cells, sheets[sheet].Name, HeadingList.From(cells.Texts(), Note));
                sheet++;
                return true;
            }
        }

        return false;
    }

    /// <summary>How many rows with something in them stand above the headings of the sheet.</summary>
    private int Above()
    {
        Begin();
        var blank = BlankRows;
        List<int> filled = [];
        while (filled.Count < TitleRows.Most && filled.Count(row => row > 1) < 2 && NextRow())
        {
            filled.Add(cells.Texts().Count(text => text is not null));
        }

        BlankRows = blank; // they are met again
        return TitleRows.Above(filled);
    }

    private void Begin()
    {
        part?.Dispose();
        cells.Begin();
        part = book.Open(sheets[sheet].Part);
    }

    private bool NextRow()
    {
        while (part is not null && part.Next())
        {
            if (!part.Is("row"))
            {
                continue;
            }

            cells.Read(part);
            if (cells.Any)
            {
                return true;
            }

            BlankRows++;
        }

        return false;
    }
}
