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

    /// <summary>Writes all parts but the sheet, which is begun; a package that is written as it goes can only have one part open, and the document class of the library none.</summary>
    public static PackagePart Begin(Package package, string sheet)
    {
        var workbook = package.CreatePart(Address("/xl/workbook.xml"), Content + "sheet.main+xml", CompressionOption.Fast);
        package.CreateRelationship(workbook.Uri, TargetMode.Internal, Relations + "officeDocument", "rId1");
        workbook.CreateRelationship(Address("worksheets/sheet1.xml"), TargetMode.Internal, Relations + "worksheet", "rId1");
        workbook.CreateRelationship(Address("styles.xml"), TargetMode.Internal, Relations + "styles", "rId2");
        Write(workbook, new Workbook(new Sheets(new Sheet { Name = sheet, SheetId = 1, Id = "rId1" })));
        Write(package.CreatePart(Address("/xl/styles.xml"), Content + "styles+xml", CompressionOption.Fast), Styles());
        return package.CreatePart(Address("/xl/worksheets/sheet1.xml"), Content + "worksheet+xml", CompressionOption.Fast);
    }

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
