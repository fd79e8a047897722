using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Trellis.Standards.Tables;

/// <summary>Writes rows as one sheet of a workbook (.xlsx), as they come; holds no more than one row.</summary>
/// <remarks>Texts are written as typed text cells, so no spreadsheet takes one for a formula. The heading row is bold and stays in view.</remarks>
public static class XlsxOut
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The most rows a sheet can have, headings included; more are an error.</summary>
    public const int MostRows = 1_048_576;

    /// <summary>Writes a workbook with one sheet. The stream stays open.</summary>
    /// <param name="stream">Where to write; needs not be seekable.</param>
    /// <param name="sheet">The sheet's name; characters a sheet's name may not have are left out, and it ends after 31.</param>
    /// <param name="headings">The heading row.</param>
    /// <param name="rows">Cells: null, text, bool, integers, decimal, double, DateOnly (written as a date), DateTimeOffset (UTC), others by their invariant text.</param>
    /// <param name="stop">Stops between rows.</param>
    /// <exception cref="InvalidOperationException">There are more rows than a sheet can have.</exception>
    public static async Task Write(Stream stream, string sheet, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken stop = default)
    {
        // The ZIP writer is synchronous at heart; its output goes on asynchronously in pieces.
        await using var pipe = new PiecedStream(stream);
        using (var zip = new ZipArchive(pipe, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in XlsxSkeleton.Parts(SheetName(sheet)))
            {
                await using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                await part.WriteAsync(Encoding.UTF8.GetBytes(content), stop);
            }

            await using var body = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            await Sheet(body, pipe, headings, rows, stop);
        }

        await pipe.Pass(stop);
    }

    private static async Task Sheet(Stream body, PiecedStream pipe, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken stop)
    {
        await using var xml = XmlWriter.Create(body, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false, Async = true });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
        xml.WriteStartElement("sheetData", Main);
        var number = 1;
        XlsxCellOut.Row(xml, headings, number, XlsxSkeleton.Heading);
        await foreach (var row in rows.WithCancellation(stop))
        {
            if (++number > MostRows)
            {
                throw new InvalidOperationException($"A sheet holds at most {MostRows:N0} rows; write CSV instead.");
            }

            XlsxCellOut.Row(xml, row, number, XlsxSkeleton.Plain);
            if (number % 256 == 0)
            {
                await xml.FlushAsync();
                await pipe.Pass(stop);
            }
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        await xml.FlushAsync();
    }

    private static string SheetName(string name)
    {
        var kept = new string([.. name.Where(c => !"[]:*?/\\".Contains(c, StringComparison.Ordinal) && !char.IsControl(c)).Take(31)]).Trim('\'', ' ');
        return kept.Length == 0 ? "Sheet1" : kept;
    }
}
