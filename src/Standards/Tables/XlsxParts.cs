using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Trellis.Standards.Tables;

/// <summary>The small parts every workbook must have.</summary>
internal static class XlsxParts
{
    /// <summary>Numbers of cell styles in the workbook's style part.</summary>
    public const uint Plain = 0;

    public const uint Heading = 1;

    public const uint Day = 2;

    public const uint Moment = 3;

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Content = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const uint DayFormat = 164;
    private const uint MomentFormat = 165;

    /// <summary>Writes all parts but the sheets; a package that is written as it goes can only have one part open, and the document class of the library none.</summary>
    public static void Begin(Package package, IReadOnlyList<string> sheets)
    {
        var workbook = package.CreatePart(Address("/xl/workbook.xml"), Content + "sheet.main+xml", CompressionOption.Fast);
        package.CreateRelationship(workbook.Uri, TargetMode.Internal, Relations + "officeDocument", "rId1");
        for (var number = 1; number <= sheets.Count; number++)
        {
            workbook.CreateRelationship(Address($"worksheets/sheet{number}.xml"), TargetMode.Internal, Relations + "worksheet", "rId" + number);
        }

        workbook.CreateRelationship(Address("styles.xml"), TargetMode.Internal, Relations + "styles", "rId" + (sheets.Count + 1));
        Write(workbook, new Workbook(new Sheets(sheets.Select((name, at) => new Sheet { Name = name, SheetId = (uint)at + 1, Id = "rId" + (at + 1) }))));
        Write(package.CreatePart(Address("/xl/styles.xml"), Content + "styles+xml", CompressionOption.Fast), Styles());
    }

    /// <summary>Begins a sheet, numbered from 1; it must be written and closed before the next.</summary>
    public static Stream Sheet(Package package, int number) =>
        package.CreatePart(Address($"/xl/worksheets/sheet{number}.xml"), Content + "worksheet+xml", CompressionOption.Fast).GetStream();

    private static Uri Address(string path) => new(path, UriKind.Relative);

    private static void Write(PackagePart part, OpenXmlElement root)
    {
        using var stream = part.GetStream();
        using var xml = OpenXmlWriter.Create(stream);
        xml.WriteElement(root);
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy\\-mm\\-dd" },
            new NumberingFormat { NumberFormatId = MomentFormat, FormatCode = "yyyy\\-mm\\-dd\\ hh:mm:ss" }),
        new Fonts(
            new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
            new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(Format(0, 0)),
        new CellFormats(Format(0, 0), Format(0, 1), Format(DayFormat, 0), Format(MomentFormat, 0)));

    private static CellFormat Format(uint number, uint font) =>
        new() { NumberFormatId = number, FontId = font, FillId = 0, BorderId = 0, ApplyNumberFormat = number > 0, ApplyFont = font > 0 };
}
