using System.Text;
using Trellis.Standards.Tables;
using Trellis.Tests.Standards.Corpus;
using Trellis.Tests.Support;

namespace Trellis.Tests.Standards.Tables;

/// <summary>What comes out of files that are well, and of those that are nearly.</summary>
public sealed class Readings : IDisposable
{
    private readonly string folder = Scratch.Folder();

    [Fact]
    public void Quotation_marks_commas_and_line_ends_inside_cells_are_kept()
    {
        var rows = Rows("a.csv", Making.Text("Name,Note\n\"A, \"\"B\"\"\",\"two\nlines\"\n  C  , d \n"));
        Assert.Equal(["2|A, \"B\"|two\nlines", "3|C|d"], rows);
    }

    [Fact]
    public void A_row_keeps_the_number_a_spreadsheet_shows()
    {
        Assert.Equal(["4|A|1", "6|B|2"], Rows("a.csv", Making.Text("\nName,Note\n,\nA,1\n\nB,2\n")));
    }

    [Fact]
    public void Headings_compare_without_case_and_spaces_and_columns_can_be_taken_by_position()
    {
        using var file = Open("a.csv", Making.Text("Recipient Org:Name, ,Name,name\nA,B,C,D\n"));
        var row = file.Rows().First();
        Assert.Equal("A", row["recipientorg:NAME"]);
        Assert.Equal("B", row["Column 2"]);
        Assert.Equal("C", row["Name"]);
        Assert.Equal("D", row["name (2)"]);
        Assert.Null(row["Not there"]);
        Assert.Null(row[17]);
        Assert.Equal(-1, row.Position("Not there"));
        Assert.Equal("C", row.Text(2).ToString());
    }

    [Fact]
    public void Dates_numbers_and_truth_in_a_workbook_become_plain_text()
    {
        const string styles = "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-809]d\\ mmm\\ yyyy\"/><numFmt numFmtId=\"171\" formatCode=\"&quot;day &quot;0\"/></numFmts>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>";
        var cells = "<c s=\"1\"><v>45017</v></c><c s=\"2\"><v>45017</v></c><c s=\"3\"><v>45017</v></c><c s=\"4\"><v>45017.5</v></c>"
            + "<c><v>75186.0</v></c><c><v>1234.5599999999999</v></c><c><v>1E-3</v></c><c t=\"b\"><v>1</v></c><c t=\"s\"><v>0</v></c>";
        var rows = Rows("a.xlsx", Making.Workbook(Making.Line("a", "b", "c", "d", "e", "f", "g", "h", "i") + "<row r=\"7\">" + cells + "</row>",
            "<sst><si><r><t>rich </t></r><r><t>text_x000D_</t></r><rPh><t>no</t></rPh></si></sst>", more: ("xl/styles.xml", styles)));
        Assert.Equal(["7|2023-04-01|2023-04-01|45017|2023-04-01T12:00:00|75186|1234.56|0.001|TRUE|rich text"], rows);
    }

    [Fact]
    public void A_cell_stands_where_its_address_says()
    {
        Assert.Equal(["5|1||3"], Rows("a.xlsx", Making.Workbook(Making.Line("a", "b", "c") + "<row r=\"5\"><c r=\"A5\"><v>1</v></c><c r=\"C5\"><v>3</v></c></row>")));
    }

    [Fact]
    public void A_row_that_is_cut_in_any_place_never_loses_the_rows_before_it()
    {
        var whole = PackedFiles.Many(500);
        for (var kept = 20; kept < whole.Length; kept += 97)
        {
            var rows = Rows("a.csv", Making.Text(whole[..kept]));
            Assert.InRange(rows.Count, whole[..kept].Count(c => c == '\n') - 1, whole[..kept].Count(c => c == '\n'));
        }
    }

    [Fact]
    public void Any_text_that_is_written_comes_back()
    {
        var random = new Random(11);
        const string letters = "ab ,;\"\n\r\t'=é£\u2014x";
        var texts = Enumerable.Range(0, 3_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => letters[random.Next(letters.Length)]))).ToList();
        var csv = "Head,Foot\n" + string.Concat(texts.Select(t => $"\"{t.Replace("\"", "\"\"", StringComparison.Ordinal)}\",end\n"));
        using var file = Open("a.csv", Making.Text(csv));
        Assert.Equal(texts.Select(t => t.Trim()), file.Rows().Select(r => r[0] ?? ""));
    }

    [Fact]
    public void A_file_that_is_not_there_and_a_folder_are_said_so()
    {
        Assert.StartsWith("There is no file", Assert.Throws<UnreadableFileException>(() => TableFile.Open(Path.Combine(folder, "none.csv"))).Message, StringComparison.Ordinal);
        Assert.Contains("is a folder", Assert.Throws<UnreadableFileException>(() => TableFile.Open(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rows_can_be_read_once()
    {
        using var file = Open("a.csv", Making.Text("a,b\n1,2\n"));
        Assert.Single(file.Rows());
        Assert.Throws<InvalidOperationException>(() => file.Rows().Count());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private TableFile Open(string name, Action<string> write)
    {
        write(Path.Combine(folder, name));
        return TableFile.Open(Path.Combine(folder, name));
    }

    private List<string> Rows(string name, Action<string> write)
    {
        File.Delete(Path.Combine(folder, name));
        using var file = Open(name, write);
        return [.. file.Rows().Select(r => r.Number + "|" + string.Join('|', r.Headings.Select((_, i) => r[i])))];
    }
}
