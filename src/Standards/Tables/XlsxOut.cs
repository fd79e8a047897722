using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Trellis.Standards.Tables;

/// <summary>Writes rows as the sheets of a workbook (.xlsx), as they come; holds no more than one row.</summary>
/// <remarks>Texts are written as typed text cells, so no spreadsheet takes one for a formula. The heading row is bold and stays in view.</remarks>
public static class XlsxOut
{
    /// <summary>The most rows a sheet can have, headings included; more are an error.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>Writes a workbook with one sheet. The stream stays open.</summary>
    /// <param name="stream">Where to write; needs not be seekable.</param>
    /// <param name="sheet">The sheet's name; characters a sheet's name may not have are left out, and it ends after 31.</param>
    /// <param name="headings">The heading row.</param>
    /// <param name="rows">Cells: null, text, bool, integers, decimal, double, DateOnly (written as a date), DateTimeOffset (UTC), others by their invariant text.</param>
    /// <param name="stop">Stops between rows.</param>
    /// <exception cref="InvalidOperationException">There are more rows than a sheet can have.</exception>
    public static Task Write(Stream stream, string sheet, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken stop = default) =>
        Write(stream, [new XlsxSheetOut(sheet, headings, rows)], stop);

    /// <summary>Writes a workbook with these sheets, one after the other. The stream stays open.</summary>
    /// <param name="stream">Where to write; needs not be seekable.</param>
    /// <param name="sheets">Their names must differ.</param>
    /// <param name="stop">Stops between rows.</param>
    /// <exception cref="InvalidOperationException">There are more rows than a sheet can have.</exception>
    public static async Task Write(Stream stream, IReadOnlyList<XlsxSheetOut> sheets, CancellationToken stop = default)
    {
        // The ZIP writer is synchronous at heart; its output goes on asynchronously in pieces.
        await using var pipe = new PiecedStream(stream);
        using (var package = Package.Open(pipe, FileMode.Create, FileAccess.Write))
        {
            XlsxParts.Begin(package, [.. sheets.Select(sheet => SheetName(sheet.Name))]);
            for (var at = 0; at < sheets.Count; at++)
            {
                await using var part = XlsxParts.Sheet(package, at + 1);
                await Body(part, pipe, sheets[at].Headings, sheets[at].Rows, stop);
            }
        }

        await pipe.Pass(stop);
    }

    private static async Task Body(Stream part, PiecedStream pipe, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken stop)
    {
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartElement(new Worksheet());
        var heading = new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        xml.WriteElement(new SheetViews(new SheetView(heading) { WorkbookViewId = 0 }));
        xml.WriteStartElement(new SheetData());
        var number = 1u;
        xml.WriteElement(XlsxCellOut.Row(headings, number, XlsxParts.Heading));
        await foreach (var row in rows.WithCancellation(stop))
        {
            if (++number > MostRows)
            {
                throw new InvalidOperationException($"A sheet holds at most {MostRows:N0} rows; write CSV instead.");
            }

            xml.WriteElement(XlsxCellOut.Row(row, number, XlsxParts.Plain));
            if (number % 256 == 0)
            {
                await pipe.Pass(stop);
            }
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string SheetName(string name)
    {
        var kept = new string([.. name.Where(c => !"[]:*?/\\".Contains(c, StringComparison.Ordinal) && !char.IsControl(c)).Take(31)]).Trim('\'', ' ');
        return kept.Length == 0 ? "Sheet1" : kept;
    }
}
