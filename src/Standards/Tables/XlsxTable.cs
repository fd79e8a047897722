using System.Xml;

namespace Trellis.Standards.Tables;

/// <summary>The sheets of a workbook, one after the other; the first row with something in it holds the headings of its sheet.</summary>
internal sealed class XlsxTable : TableFile
{
    private readonly Archive archive;
    private readonly TableLimits limits;
    private readonly IReadOnlyList<XlsxSheet> sheets;
    private readonly XlsxCells cells;
    private int sheet;
    private XmlReader? xml;
    private XlsxRow? row;

    private XlsxTable(Archive archive, TableLimits limits)
        : base(archive.FileName)
    {
        this.archive = archive;
        this.limits = limits;
        var (all, from1904) = XlsxParts.Workbook(archive);
        foreach (var hidden in all.Where(s => s.Hidden))
        {
            Note($"The sheet \"{hidden.Name}\" is hidden and was left out.");
        }

        sheets = [.. all.Where(s => !s.Hidden)];
        cells = new XlsxCells(XlsxParts.SharedTexts(archive, limits), XlsxDates.Read(archive, from1904), archive.FileName, limits);
        if (!NextSheet())
        {
            throw new UnreadableFileException($"{FileName} has no sheet with anything in it.");
        }

        Headings = row!.Headings;
    }

    public override IReadOnlyList<string> Headings { get; }

    public static XlsxTable Open(Archive archive, TableLimits limits)
    {
        if (archive.Names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw new UnreadableFileException($"{archive.FileName} holds macros (small programs); please save it as .xlsx without them.");
        }

        return new XlsxTable(archive, limits);
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
            xml?.Dispose();
            archive.Dispose();
        }
    }

    /// <summary>Goes to the next sheet that has a heading row.</summary>
    private bool NextSheet()
    {
        for (; sheet < sheets.Count; sheet++)
        {
            xml?.Dispose();
            xml = null;
            cells.Begin();
            if (archive.Part(sheets[sheet].Path) is { } part)
            {
                xml = XlsxParts.Read(part);
                if (NextRow())
                {
                    row = new XlsxRow(cells, sheets[sheet].Name, HeadingList.From(cells.Texts(), Note));
                    sheet++;
                    return true;
                }
            }
        }

        return false;
    }

    private bool NextRow()
    {
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
            {
                continue;
            }

            cells.Read(xml);
            if (cells.Any)
            {
                return true;
            }

            BlankRows++;
        }

        return false;
    }
}
