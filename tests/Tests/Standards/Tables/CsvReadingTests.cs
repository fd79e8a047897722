using System.Text;
using Sylvan.Data.Csv;
using Trellis.Standards.Tables;
using Trellis.Tests.Support;

namespace Trellis.Tests.Standards.Tables;

public sealed class CsvReadingTests(Files files) : IClassFixture<Files>
{
    private const string Quote = " ! A quotation mark is not closed, or is closed in the middle of a cell.";

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a;b\n1;2\n")]
    [InlineData("a\tb\r\n1\t2")]
    [InlineData("a|b\r1|2\r")]
    [InlineData("\"a\" , b\n \"1\",\" 2 \"\n")]
    [InlineData("\uFEFFa,b\n1,2,,\n")]
    public void Cells_are_parted_in_every_way_that_is_in_use(string text) => Assert.Equal(["2: 1|2"], Files.Read(files.Keep(text)));

    [Fact]
    public void A_comma_in_a_cell_of_another_delimiter_stays() => Assert.Equal(["2: 1,5|x"], Files.Read(files.Keep("Amount; \"Note, if any\"\n1,5;x\n")));

    [Fact]
    public void Lines_breaks_and_doubled_marks_in_quotes_are_text() =>
        Assert.Equal(["2: one\r\ntwo|say \"yes\"", "3: 3|4"], Files.Read(files.Keep("a,b\r\n\"one\r\ntwo\",\"say \"\"yes\"\"\"\r\n3,4")));

    [Fact]
    public void A_mark_in_the_middle_of_an_unquoted_cell_is_text() => Assert.Equal(["2: 5\" pipe|\"x\"y", "3: 3|4"], Files.Read(files.Keep("a,b\n5\" pipe,\"\"\"x\"\"y\"\n3,4\n")));

    [Theory]
    [InlineData("1,\"x\" y\n3,4\n", "2: 1|x y" + Quote, "3: 3|4")]
    [InlineData("1,\"open\n3,4\n5,6\n", "2: 1|open" + Quote, "3: 3|4", "4: 5|6")]
    [InlineData("1,\"open\n3,\"4\"\n5,6\n", "2: 1|open" + Quote, "3: 3|4", "4: 5|6")]
    [InlineData("1,\"open\n\n3,4,\n", "2: 1|open" + Quote, "4: 3|4")]
    [InlineData("5\" pipe,\"open\n3,4\n", "2: 5\" pipe|open" + Quote, "3: 3|4")]
    [InlineData("5\" pipe,\"x\"y\n3,4\n", "2: 5\" pipe|xy" + Quote, "3: 3|4")]
    [InlineData("1,\"", "2: 1|-" + Quote)]
    public void A_broken_quotation_mark_costs_its_own_row_only(string rows, params string[] expected) => Assert.Equal(expected, Files.Read(files.Keep("a,b\n" + rows)));

    [Fact]
    public void A_quotation_mark_that_swallows_more_than_a_row_may_hold_ends_the_file_and_says_where()
    {
        var text = new StringBuilder("a,b\n1,2\n3,\"open\n");
        for (var i = 0; i < 20_000; i++)
        {
            text.Append("another row,of the file\n");
        }

        var (rows, sentence) = Files.Broken(files.Keep(text.ToString()), TableLimits.Usual with { RowLength = 100_000 });
        Assert.Equal(["2: 1|2"], rows);
        Assert.Contains("row 3 is longer than 100,000 characters, perhaps because a quotation mark in it is not closed", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_keep_the_number_a_spreadsheet_gives_them()
    {
        using var table = TableFile.Open(files.Keep("a,b\n\n#1,2\n , \n\"x\ny\",3\n4\n5,6,7\n"));
        Assert.Equal(
            ["3: #1", "5: x\ny", "6: 4 ! The row has 1 cell, but there are 2 headings.", "7: 5 ! The row has 3 cells, but there are only 2 headings."],
            table.Rows().Select(r => $"{r.Number}: {r["A"]}{(r.Fault is { } fault ? " ! " + fault : "")}"));
        Assert.Equal(2, table.BlankRows);
    }

    [Theory]
    [InlineData("\"Groups, November 2025\",,\n\nName,Ward,Postcode\nA,B,C\nD,E,F\n", "Groups, November 2025", 4)]
    [InlineData("\uFEFFGroups;;\r\nof 2025;;\r\n;;\r\nName;Ward;Postcode\r\nA;B;C", "Groups\", \"of 2025", 5)]
    [InlineData("Groups\nby ward\n\nName\tWard\t\"Post\ncode\"\nA\tB\tC\n", "Groups\", \"by ward", 5)]
    [InlineData("Groups\n\n\nName,Ward,Postcode\nA,B,C", "Groups", 5)]
    public void Titles_above_the_headings_are_passed_over_and_told(string text, string titles, long number)
    {
        using var table = TableFile.Open(files.Keep(text));
        Assert.Equal(["Name", "Ward"], table.Headings.Take(2));
        Assert.Equal(("A", "C", number), table.Rows().Select(row => (row["Name"], row[2], row.Number)).First());
        Assert.Equal([$"Above the headings stands \"{titles}\", which was left out."], table.Notes);
    }

    [Theory]
    [InlineData("Name\nA\nSmith, Jones, Brown\nB\n")]
    [InlineData("Name\nA\nB\nC\n")]
    [InlineData("Name\n1\n2\n3\n4\nx,y,z\nx,y,z\n")]
    [InlineData("Name\nx,y\nx,y\n")]
    public void What_may_be_a_list_of_names_is_read_from_its_first_row(string text)
    {
        using var table = TableFile.Open(files.Keep(text));
        Assert.Equal(["Name"], table.Headings);
        Assert.Empty(table.Notes);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_read_as_windows_1252_and_told()
    {
        using var table = TableFile.Open(files.Keep([.. "name,é\nCaf"u8, 0xE9, .. ",£\nRen"u8, 0x80, .. ",x\n"u8]));
        Assert.Equal(["Café|£", "Ren€|x"], table.Rows().Select(r => $"{r["name"]}|{r["É"]}"));
        Assert.Equal(["2 bytes are not UTF-8 and were read as Windows-1252."], table.Notes);
    }

    [Fact]
    public void Utf16_is_read()
    {
        Assert.Equal(["2: é|😀"], Files.Read(files.Keep([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a,b\né,😀\n")])));
        Assert.Equal(["2: é|😀"], Files.Read(files.Keep([.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes("a;b\né;😀\n")])));
    }

    [Fact]
    public void A_nul_is_a_fault_of_its_row()
    {
        var giant = new string('x', 70_000);
        Assert.EndsWith("! The row holds a character that no text has (NUL).", Files.Read(files.Keep($"a\n{giant}\ny\0z\n"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Giants_are_refused_before_they_fill_anything()
    {
        var limits = TableLimits.Usual with { CellLength = 1_000, RowLength = 100_000, Columns = 50 };
        Assert.Contains("row 2: a cell is longer than 1,000", Files.Broken(files.Keep("a\n" + new string('x', 1_001)), limits).Sentence, StringComparison.Ordinal);
        Assert.Contains("row 2: there are more than 50 columns", Files.Broken(files.Keep("a\n" + new string(',', 50)), limits).Sentence, StringComparison.Ordinal);
        Assert.Contains("row 2 is longer than 100,000", Files.Broken(files.Keep("a\n" + new string(',', 500_000)), limits).Sentence, StringComparison.Ordinal);
        Assert.Equal(["2: " + new string('x', 1_000)], Files.Read(files.Keep("a\n" + new string('x', 1_000)), limits));
    }

    [Fact]
    public void A_row_can_be_kept_and_its_cells_taken_without_a_copy()
    {
        using var table = TableFile.Open(files.Keep("a,b\n1,2\n3,4\n"));
        var kept = new List<Row>();
        foreach (var row in table.Rows())
        {
            var first = row.Text(0);
            var second = row.Text(1);
            Assert.Equal($"{row["a"]}{row["b"]}", $"{first}{second}");
            Assert.True(row.Text(2).IsEmpty);
            kept.Add(row.Copy());
        }

        Assert.Equal(["1", "3"], kept.Select(r => r["a"]));
    }

    [Theory]
    [InlineData("data/trafford/supplier-spend-2026-27.zip")]
    [InlineData("data/trafford/postcodes.csv.gz")]
    [InlineData("data/trafford/council-land-and-buildings.csv")]
    public void Real_files_are_read_as_another_library_reads_them(string path)
    {
        using var ours = TableFile.Open(Path.Combine(Repository.Root, path));
        using var text = Plain(Path.Combine(Repository.Root, path));
        using var theirs = CsvDataReader.Create(text);
        foreach (var row in ours.Rows())
        {
            Assert.True(Next(theirs));
            Assert.Equal(Enumerable.Range(0, theirs.FieldCount).Select(i => theirs.GetString(i).Trim()), Enumerable.Range(0, row.Headings.Count).Select(i => row[i] ?? ""));
        }

        Assert.False(Next(theirs));
    }

    private static bool Next(CsvDataReader reader)
    {
        while (reader.Read())
        {
            if (Enumerable.Range(0, reader.FieldCount).Any(i => !string.IsNullOrWhiteSpace(reader.GetString(i))))
            {
                return true;
            }
        }

        return false;
    }

    private static StreamReader Plain(string path)
    {
        var file = File.OpenRead(path);
        return new StreamReader(Path.GetExtension(path) switch
        {
            ".gz" => new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Decompress),
            ".zip" => new System.IO.Compression.ZipArchive(file).Entries.Single(e => e.Name.Length > 0).Open(),
            _ => file,
        });
    }
}
