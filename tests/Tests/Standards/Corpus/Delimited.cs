using System.Text;
using Trellis.Standards.Tables;
using static Trellis.Tests.Standards.Corpus.Making;

namespace Trellis.Tests.Standards.Corpus;

/// <summary>CSV and what is called so.</summary>
internal static class Delimited
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private const string Head = "Name,Date,Amount,Postcode\n";

    public static IEnumerable<BadFile> All =>
    [
        new("quotation mark never closed.csv", Text(Head + "A,2023-04-01,1,M33 7AB\n\"B,2023-04-02,2,M33 7AB\nC,2023-04-03,3,M33 7AB\n"), Fate.Report(3, null, "quotation mark") with { Rows = 3 }),
        new("quotation mark closed too early.csv", Text(Head + "\"A\" and B,2023-04-01,1,M33 7AB\nC,2023-04-03,3,M33 7AB\n"), Fate.Report(2, null, "quotation mark") with { Rows = 2 }),
        new("giant cell in quotation marks.csv", Text("Name,Amount\n\"" + new string('x', 9_000_000) + "\",1\n"), Fate.Refuse("row 2 is longer than 4,000,000")) { Lifted = new() { CellLength = 10_000_000, RowLength = 20_000_000 } },
        new("giant cell of many lines.csv", Text("Name,Amount\n\"" + string.Concat(Enumerable.Repeat("xxxxxxxxx\n", 300_000)) + "\",1\n"), Fate.Report(2, null, "quotation mark")) { Lifted = new() { CellLength = 10_000_000 } },
        new("giant cell.csv", Text("Name,Amount\n" + new string('x', 2_000_000) + ",1\n"), Fate.Refuse("longer than 1,000,000")) { Lifted = new() { CellLength = 3_000_000 } },
        new("one line without end.csv", Text("Name,Amount\n" + string.Concat(Enumerable.Repeat("x,", 6_000_000))), Fate.Refuse("row 2")),
        new("a million columns.csv", Text(string.Join(',', Enumerable.Range(0, 1_000_000)) + "\n"), Fate.Refuse("row 1 is longer than 4,000,000")) { Lifted = new() { Columns = 1_000_001, RowLength = 20_000_000 } },
        new("a hundred thousand columns.csv", Text(string.Join(',', Enumerable.Range(0, 100_000)) + "\n"), Fate.Refuse("more than 16,384 columns")) { Lifted = new() { Columns = 100_001 } },
        new("sixteen thousand equal headings.csv", Text(string.Join(',', Enumerable.Repeat("a", 16_000)) + "\n1\n"), Fate.Report(2, null, "1 cell,")),
        new("NUL at the beginning.csv", Text("Na\0me,Amount\nA,1\n"), Fate.Refuse("not a table")) { Sound = Text("Name,Amount\nA,1\n") },
        new("NUL further down.csv", Text(PackedFiles.Many(10_000) + "B\0,1\n"), Fate.Report(10_002, null, "NUL")) { Sound = Text(PackedFiles.Many(10_000)) },
        new("picture by name a text.csv", Bytes([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]), Fate.Refuse("not a table")),
        new("web page by name a text.csv", Text("\n <!DOCTYPE html><html><body>Please sign in</body></html>"), Fate.Refuse("web page")),
        new("empty.csv", Text(""), Fate.Refuse("is empty")),
        new("only a byte order mark.csv", Bytes(0xEF, 0xBB, 0xBF), Fate.Refuse("is empty")),
        new("only blank lines.csv", Text("\n\n  \n"), Fate.Refuse("is empty")),
        new("only commas.csv", Text(",,,\n,,,\n"), Fate.Refuse("has no rows")),
        new("only headings.csv", Text(Head), Fate.Read(0)),
        new("one word.csv", Text("hello"), Fate.Refuse("no table")) { Sound = Text("hello\nworld\n") },
        new("no headings.csv", Text("1200,2023-04-01,12.50\n1300,2023-04-02,13.50\n"), Fate.Remark("figures only", 1)),
        new("headings twice.csv", Text("Name,Amount,Amount\nA,1,2\n"), Fate.Remark("more than once", 1)),
        new("headings of figures among words.csv", Text("area,0,1,2\nx,1,2,3\n"), Fate.Read(1)),
        new("blank rows.csv", Text("Name,Amount\n\n,\nA,1.2k\n\n"), Fate.Report(4, "Amount", "rounded amount") with { Rows = 1 }),
        new("too many cells.csv", Text("Name,Amount\nA,1\nB,2,3\n"), Fate.Report(3, null, "3 cells")),
        new("too few cells.csv", Text("Name,Amount\nA,1\nB\n"), Fate.Report(3, null, "1 cell,")),
        new("date that is not.csv", Text(Head + "A,31/02/2023,1,M33 7AB\n"), Fate.Report(2, "Date", "31/02/2023")),
        new("date of another country.csv", Text(Head + "A,04/25/2023,1,M33 7AB\n"), Fate.Report(2, "Date", "04/25/2023")),
        new("amount in thousands.csv", Text(Head + "A,2023-04-01,1.2k,M33 7AB\n"), Fate.Report(2, "Amount", "rounded amount")),
        new("amount beyond all money.csv", Text(Head + "A,2023-04-01,99999999999999999999,M33 7AB\n"), Fate.Report(2, "Amount", "larger than any amount")),
        new("date for an amount.csv", Text(Head + "A,2023-04-01,05/12/2014,M33 7AB\n"), Fate.Report(2, "Amount", "not an amount")),
        new("negative amounts.csv", Text(Head + "A,2023-04-01,-12.50,M33 7AB\nB,2023-04-01,(12.50),M33 7AB\n"), Fate.Read(2)),
        new("postcode that is not.csv", Text(Head + "A,2023-04-01,1,ABC 123\n"), Fate.Report(2, "Postcode", "not a postcode")),
        new("direction turned.csv", Text(Head + "A\u202Egnp.exe,2023-04-01,1,M33 7AB\n"), Fate.Report(2, "Name", "nobody can see")),
        new("text that would be a formula.csv", Text("Name,Amount\n\"=cmd|'/c calc'!A0\",1\n"), Fate.Read(1)),
        new("emoji and scripts.csv", Text("Name,Amount\n👩‍👩‍👧 Group مرحبا 你好,1\n"), Fate.Read(1)),
        new("line that begins with a hash.csv", Text("Name,Amount\n#1 Club,1\n"), Fate.Read(1)),
        new("UTF-16.csv", Text("Name,Amount\nCafé,1\n", Encoding.Unicode), Fate.Read(1)),
        new("UTF-16 the other way round.csv", Text("Name,Amount\nCafé,1\n", Encoding.BigEndianUnicode), Fate.Read(1)),
        new("Windows-1252.csv", Text("Name,Amount\nCafé – £5,1\n", Windows1252), Fate.Remark("Windows-1252", 1)),
        new("two encodings.csv", Bytes([.. "Name,Amount\nCafé,1\n"u8, .. Windows1252.GetBytes("Café,2\n")]), Fate.Remark("1 byte is not UTF-8", 2)),
        new("lines that end in CR.csv", Text("Name,Amount\rA,1\rB,2\r"), Fate.Read(2)),
        new("lines that end in all ways.csv", Text("Name,Amount\r\nA,1\nB,2\rC,3"), Fate.Read(3)),
        new("semicolons.csv", Text("Name;Amount\nA, B;1\n"), Fate.Read(1)),
    ];
}
