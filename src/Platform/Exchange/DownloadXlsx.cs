using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Trellis.Platform.Exchange;

/// <summary>An Office Open XML workbook with the rows on one sheet and the sources on another. Texts are texts: no cell can be a formula.</summary>
internal static class DownloadXlsx
{
    private const int Enough = 32 * 1024;
    private const int MostRows = 1_048_576;
    private const int LongestText = 32_767;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly (string Name, string Text)[] Frame =
    [
        ("[Content_Types].xml", """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
            """),
        ("_rels/.rels", """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """),
        ("xl/workbook.xml", """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="List" sheetId="1" r:id="rId1"/><sheet name="Sources" sheetId="2" r:id="rId2"/></sheets></workbook>
            """),
        ("xl/_rels/workbook.xml.rels", """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>
            """),
    ];

    public static async Task Write<T>(Stream to, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, IReadOnlyList<string> attribution, CancellationToken stop)
    {
        var spill = new Spill(to);
        await using (spill)
        {
            using (var zip = new ZipArchive(spill, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var (name, text) in Frame)
                {
                    using var part = Part(zip, name);
                    part.Write(Encoding.UTF8.GetBytes(text));
                }

                var isCut = await Rows(zip, spill, columns, rows, stop);
                IEnumerable<string> sources = isCut ? [.. attribution, "A sheet holds 1,048,575 rows: the list is longer. Take it away as CSV or JSON to have all of it."] : attribution;
                Lines(zip, sources);
            }

            await spill.HandOn(stop);
        }
    }

    /// <summary>True where the list was longer than a sheet.</summary>
    private static async Task<bool> Rows<T>(ZipArchive zip, Spill spill, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows, CancellationToken stop)
    {
        await using var part = Part(zip, "xl/worksheets/sheet1.xml");
        var text = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        Row(text, columns.Select(column => (object?)column.Heading));
        var count = 1;
        await foreach (var row in rows.WithCancellation(stop))
        {
            if (++count > MostRows)
            {
                break;
            }

            Row(text, columns.Select(column => column.Value(row)));
            if (text.Length > Enough)
            {
                Put(part, text);
                await spill.HandOn(stop);
            }
        }

        Put(part, text.Append("</sheetData></worksheet>"));
        return count > MostRows;
    }

    private static void Lines(ZipArchive zip, IEnumerable<string> lines)
    {
        using var part = Part(zip, "xl/worksheets/sheet2.xml");
        var text = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        foreach (var line in lines)
        {
            Row(text, [line]);
        }

        Put(part, text.Append("</sheetData></worksheet>"));
    }

    private static Stream Part(ZipArchive zip, string name) => zip.CreateEntry(name, CompressionLevel.Fastest).Open();

    private static void Put(Stream part, StringBuilder text)
    {
        part.Write(Encoding.UTF8.GetBytes(text.ToString()));
        text.Clear();
    }

    private static void Row(StringBuilder text, IEnumerable<object?> values)
    {
        text.Append("<row>");
        foreach (var value in values)
        {
            if (value is null)
            {
                text.Append("<c/>");
            }
            else if (DownloadValue.Number(value) is { } number)
            {
                text.Append("<c><v>").Append(number).Append("</v></c>");
            }
            else
            {
                text.Append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                Escape(text, DownloadValue.Text(value));
                text.Append("</t></is></c>");
            }
        }

        text.Append("</row>");
    }

    private static void Escape(StringBuilder text, string value)
    {
        var cut = value.Length > LongestText ? value.AsSpan(0, LongestText) : value;
        for (var at = 0; at < cut.Length; at++)
        {
            var letter = cut[at];
            if (char.IsHighSurrogate(letter) && at + 1 < cut.Length && char.IsLowSurrogate(cut[at + 1]))
            {
                text.Append(letter).Append(cut[++at]);
                continue;
            }

            _ = letter switch
            {
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '&' => text.Append("&amp;"),
                _ => text.Append(XmlConvert.IsXmlChar(letter) ? letter : ' '),
            };
        }
    }
}
