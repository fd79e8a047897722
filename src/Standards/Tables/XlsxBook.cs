using DocumentFormat.OpenXml.Packaging;

namespace Trellis.Standards.Tables;

/// <summary>A workbook: its sheets in order, its texts, and which of its styles are dates.</summary>
internal sealed class XlsxBook : IDisposable
{
    private readonly SpreadsheetDocument document;
    private readonly WorkbookPart workbook;
    private readonly Archive archive;
    private readonly TableLimits limits;

    private XlsxBook(SpreadsheetDocument document, WorkbookPart workbook, Archive archive, TableLimits limits)
    {
        (this.document, this.workbook, this.archive, this.limits) = (document, workbook, archive, limits);
        var sheets = new List<XlsxSheet>();
        var from1904 = false;
        using var part = Open(workbook);
        part.Begin();
        while (part.Next())
        {
            if (part.Is("workbookPr"))
            {
                from1904 = part["date1904"] is "1" or "true";
            }
            else if (part.Is("sheet") && part.Prefixed("id") is { } id && workbook.TryGetPartById(id, out var sheet) && sheet is WorksheetPart)
            {
                sheets.Add(new XlsxSheet(part["name"] ?? "", sheet, part["state"] is "hidden" or "veryHidden"));
            }
        }

        Sheets = sheets;
        Dates = XlsxDates.Read(workbook, archive, from1904);
    }

    public IReadOnlyList<XlsxSheet> Sheets { get; }

    public XlsxDates Dates { get; }

    public static XlsxBook Open(Stream file, Archive archive, TableLimits limits)
    {
        SpreadsheetDocument? document = null;
        try
        {
            document = SpreadsheetDocument.Open(file, isEditable: false);
            return document.WorkbookPart is { } workbook
                ? new XlsxBook(document, workbook, archive, limits)
                : throw new UnreadableFileException($"{archive.FileName} is an Office file, but not a spreadsheet.");
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or ArgumentException or InvalidOperationException)
        {
            document?.Dispose();
            throw new UnreadableFileException($"{archive.FileName} is not a sound spreadsheet; please open it in a spreadsheet program and save it again.", broken);
        }
        catch
        {
            document?.Dispose();
            throw;
        }
    }

    public XlsxPart Open(OpenXmlPart part) => new(part, archive);

    public List<string> SharedTexts()
    {
        var texts = new List<string>();
        if (workbook.SharedStringTablePart is not { } shared)
        {
            return texts;
        }

        long length = 0;
        using var part = Open(shared);
        part.Begin();
        while (part.Next())
        {
            if (!part.Is("si"))
            {
                continue;
            }

            part.Begin();
            var text = XlsxText.Runs(part);
            if (text.Length > limits.CellLength)
            {
                throw new UnreadableFileException($"{archive.FileName}: a cell is longer than {limits.CellLength:N0} characters; the file was not read.");
            }

            length += text.Length;
            texts.Add(text);
            if (texts.Count > limits.SharedTexts || length > limits.SharedTextLength)
            {
                throw new UnreadableFileException($"{archive.FileName} holds too much text for a spreadsheet; please save it as CSV.");
            }
        }

        return texts;
    }

    public void Dispose()
    {
        document.Dispose();
        archive.Dispose();
    }
}

internal sealed record XlsxSheet(string Name, OpenXmlPart Part, bool Hidden);
