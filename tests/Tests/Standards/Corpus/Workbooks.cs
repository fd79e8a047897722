using System.Text;
using Trellis.Standards.Tables;
using static Trellis.Tests.Standards.Corpus.Making;

namespace Trellis.Tests.Standards.Corpus;

/// <summary>Spreadsheets.</summary>
internal static class Workbooks
{
    private static readonly string Two = Line("Name", "Amount") + Line("A", "1");

    private static readonly Action<string> Sound = Workbook(Two);

    private const string Entities = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";

    public static IEnumerable<BadFile> All =>
    [
        new("cut off.xlsx", Cut(Sound, 0.6), Fate.Refuse("broken or was cut off")) { Sound = Sound },
        new("sheet that ends in the middle.xlsx", Workbook(Two + "<row><c t=\"inlineStr\"><is><t>B"), Fate.Refuse("not a sound spreadsheet")) { Sound = Sound },
        new("locked with a password.xlsx", Bytes([.. Ole, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]]), Fate.Refuse("locked with a password")),
        new("old Excel file.xls", Bytes([.. Ole, .. new byte[4000]]), Fate.Refuse("old Excel file")),
        new("macros.xlsm", Workbook(Two, more: ("xl/vbaProject.bin", "x")), Fate.Refuse("macros")) { Sound = Sound },
        new("formula.xlsx", Workbook(Line("Name", "Amount") + "<row r=\"2\">" + Cell("A") + "<c r=\"B2\"><f>WEBSERVICE(\"http://x\")</f><v>5</v></c></row>"), Fate.Report(2, null, "B2 holds a formula")) { Sound = Sound },
        new("entity bomb.xlsx", Workbook(Line("Name") + Line("&c;"), before: Entities), Fate.Refuse("not a sound spreadsheet")) { Sound = Sound },
        new("entity from outside.xlsx", Workbook(Two, shared: "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst><si><t>&a;</t></si></sst>"), Fate.Refuse("not a sound spreadsheet"))
        {
            Sound = Workbook(Two, shared: "<sst><si><t>a</t></si></sst>"),
        },
        new("column far out.xlsx", Workbook(Two + "<row r=\"3\"><c r=\"ZZZZZ3\"><v>1</v></c></row>"), Fate.Refuse("more than 16,384 columns")) { Sound = Workbook(Two + "<row r=\"3\"><c r=\"B3\"><v>1</v></c></row>") },
        new("many columns.xlsx", Workbook(Two + "<row r=\"3\">" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 20_000)) + "</row>"), Fate.Refuse("more than 16,384 columns")) { Lifted = new() { Columns = 30_000 } },
        new("says it has all cells.xlsx", Sound, Fate.Read(1)),
        new("a million texts.xlsx", Workbook(Two, shared: "<sst>" + string.Concat(Enumerable.Range(0, 1_100_000).Select(i => $"<si><t>{i}</t></si>")) + "</sst>"), Fate.Refuse("too much text")) { Lifted = new() { SharedTexts = 2_000_000 } },
        new("giant cell.xlsx", Workbook(Line("Name") + Line(new string('x', 2_000_000))), Fate.Refuse("longer than 1,000,000")) { Lifted = new() { CellLength = 3_000_000 } },
        new("giant shared text.xlsx", Workbook(Two, shared: "<sst><si><t>" + new string('x', 2_000_000) + "</t></si></sst>"), Fate.Refuse("longer than 1,000,000")) { Lifted = new() { CellLength = 3_000_000 } },
        new("text that is not there.xlsx", Workbook(Line("Name") + "<row><c t=\"s\"><v>7</v></c></row>"), Fate.Refuse("points to a text that is not in the file"))
        {
            Sound = Workbook(Line("Name") + "<row><c t=\"s\"><v>0</v></c></row>", shared: "<sst><si><t>a</t></si></sst>"),
        },
        new("letter.docx", Zip(("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"), ("word/document.xml", "<w/>")), Fate.Refuse("not a spreadsheet")) { Sound = Sound },
        new("OpenDocument.ods", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")), Fate.Refuse("OpenDocument")),
        new("nothing on the sheet.xlsx", Workbook(""), Fate.Refuse("no sheet with anything in it")) { Sound = Sound },
        new("PDF by name a workbook.xlsx", Text("%PDF-1.7\n%âãÏÓ\n1 0 obj\n"), Fate.Refuse("is a PDF")),
        new("workbook by name a text.csv", Sound, Fate.Read(1)),
        new("workbook in a gzip.xlsx.gz", Gzipped(Sound), Fate.Read(1)),
        new("more cells than headings.xlsx", Workbook(Two + Line("B", "2", "3")), Fate.Report(3, null, "3 cells")) { Sound = Sound },
    ];

    private static ReadOnlySpan<byte> Ole => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
}
