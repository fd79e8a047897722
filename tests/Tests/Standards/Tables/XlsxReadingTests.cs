using System.IO.Compression;
using Trellis.Standards.Tables;

namespace Trellis.Tests.Standards.Tables;

public sealed class XlsxReadingTests(Files files) : IClassFixture<Files>
{
    private const string Types = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>""";
    private const string Root = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""";
    private const string Relations = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>""";
    private const string Styles = """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="&quot;due &quot;0.00"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/><xf numFmtId="166"/></cellXfs></styleSheet>""";
    private const string Shared = """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Name</t></si><si><r><t>Ca</t></r><rPh sb="0" eb="1"><t>unsaid</t></rPh><rPh sb="0" eb="1"><t>unsaid</t></rPh><r><t xml:space="preserve">fé </t></r></si><si><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>a_x000D_b &amp; c</t></si></sst>""";
    private const string Head = """<row r="1"><c t="s"><v>0</v></c><c t="inlineStr"><is><t>B</t></is></c></row>""";

    [Fact]
    public void Every_kind_of_cell_is_read() =>
        Assert.Equal(
            ["2: Café|75186", "3: a\rb & c|TRUE", "5: -|x < y", "6: #N/A|0.1", "8: only|-"],
            Files.Read(Book(Head + """
                <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>75186</v></c></row><row><c t="s"><v>3</v></c><c t="b"><v>1</v></c></row><row r="4"/>
                <row r="5"><c r="A5" t="s"><v>2</v></c><c r="B5" t="str"><v>x &lt; y</v></c></row><row r="6"><c t="e"><v>#N/A</v></c><c><v>0.10000000000000001</v></c></row>
                <row r="7"><c r="A7"/></row><row r="8"><c r="A8" t="inlineStr"><is><r><t>on</t></r><r><t>ly</t></r></is></c></row>
                """)));

    [Fact]
    public void What_is_empty_takes_nothing_away_from_what_follows() =>
        Assert.Equal(["3: A|-", "5: -|B"], Files.Read(Book(Head + """
            <row r="2"/><row r="3"><c t="str"><v>A</v></c><c t="inlineStr"><is/></c></row><row r="4"><c/></row><row r="5"><c t="str"><v/></c><c t="str"><v>B</v></c></row><row r="6"><c t="inlineStr"><is><t/></is></c></row>
            """)));

    [Fact]
    public void An_element_of_another_vocabulary_is_no_cell() =>
        Assert.Equal(["2: A|-"], Files.Read(Book(Head + """<row><c t="str"><v>A</v></c><c xmlns="urn:other" t="str"><v>B</v></c></row><row xmlns="urn:other"><c><v>1</v></c></row>""")));

    [Fact]
    public void A_workbook_in_the_strict_form_is_read_too()
    {
        var path = Book(Head + "<row><c><v>1</v></c></row>");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            Strict(zip, "xl/worksheets/sheet1.xml");
            Strict(zip, "xl/sharedStrings.xml");
        }

        Assert.Equal(["2: 1|-"], Files.Read(path));
        using var table = TableFile.Open(path);
        Assert.Equal(["Name", "B"], table.Headings);
    }

    [Fact]
    public void Numbers_that_a_spreadsheet_shows_as_dates_are_dates() =>
        Assert.Equal(
            ["2: 2023-04-01|45017", "3: 2023-04-01T09:30:00|12:00:00", "4: 1900-02-28|-5"],
            Files.Read(Book(Head + """<row><c s="1"><v>45017</v></c><c s="2"><v>45017</v></c></row><row><c s="3"><v>45017.395833333336</v></c><c s="4"><v>0.5</v></c></row><row><c s="1"><v>59</v></c><c s="1"><v>-5</v></c></row>""")));

    [Fact]
    public void A_workbook_of_a_mac_counts_from_1904() => Assert.Equal(["2: 2027-04-02|-"], Files.Read(Book(Head + """<row><c s="1"><v>45017</v></c></row>""", properties: """<workbookPr date1904="1"/>""")));

    [Fact]
    public void A_formula_is_a_fault_of_its_row_and_its_last_value_is_there() =>
        Assert.Equal(
            ["2: 1|2 ! Cell B2 holds a formula; please paste it as a value.", "3: 3|4"],
            Files.Read(Book(Head + """<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>A2+1</f><v>2</v></c></row><row r="3"><c><v>3</v></c><c><v>4</v></c></row>""")));

    [Theory]
    [InlineData("Bad_x0000_Club", "2: BadClub|- ! The row holds a character that no text has (NUL).")]
    [InlineData("Bad_xD800_Club", "2: Bad\uFFFDClub|- ! The row holds half a character (a lone surrogate).")]
    [InlineData("Good_xD83D__xDE00_Club", "2: Good\U0001F600Club|-")]
    public void A_character_that_no_text_has_is_a_fault_of_its_row(string cell, string row) =>
        Assert.Equal([row, "3: 3|4"], Files.Read(Book(Head + $"""<row r="2"><c r="A2" t="inlineStr"><is><t>{cell}</t></is></c></row><row r="3"><c><v>3</v></c><c><v>4</v></c></row>""")));

    [Fact]
    public void Sheets_follow_each_other_and_hidden_ones_are_told()
    {
        using var table = TableFile.Open(Book(Head + "<row><c><v>1</v></c></row>", sheets: """<sheet name="One" sheetId="1" r:id="a"/><sheet name="Two" sheetId="2" state="hidden" r:id="b"/><sheet name="Gone" sheetId="3" r:id="nowhere"/>"""));
        Assert.Equal(["One 2"], table.Rows().Select(r => $"{r.Sheet} {r.Number}"));
        Assert.Equal(["The sheet \"Two\" is hidden and was left out."], table.Notes);
        using var both = TableFile.Open(Book(Head + "<row><c><v>1</v></c></row>", sheets: """<sheet name="One" sheetId="1" r:id="a"/><sheet name="Two" sheetId="2" r:id="b"/>"""));
        Assert.Equal(["One 2", "Two 4"], both.Rows().Select(r => $"{r.Sheet} {r.Number}"));
    }

    [Fact]
    public void Titles_above_the_headings_of_a_sheet_are_passed_over_and_told()
    {
        const string Three = "<c t=\"str\"><v>{0}</v></c><c t=\"str\"><v>{1}</v></c><c t=\"str\"><v>{2}</v></c>";
        var path = Book($"<row r=\"1\"><c t=\"str\"><v>Groups, 2025</v></c></row><row r=\"2\"/><row r=\"4\">{string.Format(null, Three, "Name", "Ward", "Postcode")}</row><row r=\"6\">{string.Format(null, Three, 1, 2, 3)}</row><row r=\"7\"/>");
        using var table = TableFile.Open(path);
        Assert.Equal(["Name", "Ward", "Postcode"], table.Headings);
        Assert.Equal(["One 6: 1 3"], table.Rows().Where(row => row.Sheet == "One").Select(row => $"{row.Sheet} {row.Number}: {row["Name"]} {row["Postcode"]}"));
        Assert.Equal("Above the headings stands \"Groups, 2025\", which was left out.", table.Notes[0]);
        Assert.Equal(2, table.BlankRows);
    }

    [Fact]
    public void A_row_may_have_more_cells_than_headings() =>
        Assert.EndsWith("! The row has 3 cells, but there are only 2 headings.", Files.Read(Book(Head + "<row><c><v>1</v></c><c/><c><v>1</v></c></row>"))[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("<row><c t=\"s\"><v>9</v></c></row>", "row 2: a cell points to a text that is not in the file")]
    [InlineData("<row><c r=\"ZZZZ2\"><v>9</v></c></row>", "there are more than 16,384 columns")]
    [InlineData("<row><c><v>9</c></row>", "is not a sound spreadsheet")]
    [InlineData("<row><c><v>&bomb;</v></c></row>", "is not a sound spreadsheet")]
    public void What_is_broken_ends_the_file_with_a_sentence(string row, string sentence) => Assert.Contains(sentence, Files.Broken(Book(Head + row)).Sentence, StringComparison.Ordinal);

    [Fact]
    public void Giants_are_refused_before_they_fill_anything()
    {
        var limits = TableLimits.Usual with { CellLength = 1_000, RowLength = 100_000, SharedTexts = 3 };
        Assert.Contains("holds too much text", Files.Broken(Book(Head), limits).Sentence, StringComparison.Ordinal);
        limits = limits with { SharedTexts = 100 };
        Assert.Contains("row 2: a cell is longer than 1,000", Files.Broken(Book(Head + $"<row><c t=\"str\"><v>{new string('x', 1_001)}</v></c></row>"), limits).Sentence, StringComparison.Ordinal);
        Assert.Contains("a row or a text of more than 100,000", Files.Broken(Book(Head + $"<row><c t=\"str\"><v>{new string('x', 1_000_000)}</v></c></row>"), limits).Sentence, StringComparison.Ordinal);
        Assert.Contains("row 2: there are more than 16,384 columns", Files.Broken(Book(Head + $"<row>{string.Concat(Enumerable.Repeat("<c/>", 200_000))}</row>"), limits).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_is_stopped_while_it_unpacks()
    {
        var limits = TableLimits.Usual with { BytesBeforeRatio = 100_000, RowLength = 1_000_000_000, CellLength = 1_000_000_000 };
        Assert.Contains("grows to more than 100 times its size", Files.Broken(Book(Head + $"<row><c t=\"str\"><v>{new string('x', 5_000_000)}</v></c></row>"), limits).Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<t>", "</t>", 50_000)]
    [InlineData("<r>", "</r>", 50_000)]
    [InlineData("<t>one<!-- -->two", "</t>", 1)]
    [InlineData("<t>one<![CDATA[two]]>", "</t>", 1)]
    public void What_would_kill_or_mislead_the_library_never_comes_to_it(string open, string close, int times)
    {
        var inside = string.Concat(Enumerable.Repeat(open, times)) + string.Concat(Enumerable.Repeat(close, times));
        Assert.Contains("written in a way that no spreadsheet program writes", Files.Broken(Book(Head + $"<row><c t=\"inlineStr\"><is>{inside}</is></c></row>")).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_type_is_refused() =>
        Assert.Contains("asks for something we do not allow", Files.Broken(Book(Head, before: "<!DOCTYPE worksheet [<!ENTITY bomb \"boom\">]>")).Sentence, StringComparison.Ordinal);

    [Fact]
    public void Other_office_files_are_refused_with_a_sentence()
    {
        Assert.Contains("is an Office file, but not a spreadsheet", Files.Broken(files.Zip(Name(), ("[Content_Types].xml", Types), ("word/document.xml", "<x/>"))).Sentence, StringComparison.Ordinal);
        Assert.Contains("is not a sound spreadsheet", Files.Broken(files.Zip(Name(), ("[Content_Types].xml", "<nonsense/>"), ("xl/workbook.xml", "<x/>"))).Sentence, StringComparison.Ordinal);
        Assert.Contains("holds macros", Files.Broken(files.Zip(Name(), ("[Content_Types].xml", Types), ("xl/vbaProject.bin", "x"))).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_inside_a_packed_file_is_read_too()
    {
        var path = files.Keep([], Name() + ".gz");
        using (var gzip = new GZipStream(File.Create(path), CompressionMode.Compress))
        {
            gzip.Write(File.ReadAllBytes(Book(Head + "<row><c><v>1</v></c></row>")));
        }

        Assert.Equal(["2: 1|-"], Files.Read(path));
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_workbook_that_was_cut_off_is_refused_with_a_sentence(double part)
    {
        var whole = File.ReadAllBytes(Book(Head));
        Assert.Contains("is broken or was cut off", Files.Broken(files.Keep(whole[..(int)(whole.Length * part)], Name())).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void No_damage_to_a_workbook_ends_in_anything_but_rows_or_a_sentence()
    {
        var whole = File.ReadAllBytes(Book(Head + "<row><c s=\"1\"><v>45017</v></c><c t=\"s\"><v>1</v></c></row>"));
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var damaged = whole.ToArray();
            for (var j = 0; j < 4; j++)
            {
                damaged[random.Next(4, damaged.Length)] = (byte)random.Next(256);
            }

            var path = files.Keep(damaged, "damaged.xlsx");
            var thrown = Record.Exception(() => Files.Read(path));
            Assert.True(thrown is null or UnreadableFileException, $"{i}: {thrown}");
        }
    }

    private static void Strict(ZipArchive zip, string part)
    {
        string text;
        using (var reader = new StreamReader(zip.GetEntry(part)!.Open()))
        {
            text = reader.ReadToEnd();
        }

        zip.GetEntry(part)!.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(part).Open());
        writer.Write(text.Replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal));
    }

    private static string Name() => Guid.NewGuid().ToString("N") + ".xlsx";

    private string Book(string rows, string properties = "", string before = "", string sheets = """<sheet name="One" sheetId="1" r:id="a"/>""") => files.Zip(
        Name(),
        ("[Content_Types].xml", Types),
        ("_rels/.rels", Root),
        ("xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{properties}<sheets>{sheets}</sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", Relations),
        ("xl/styles.xml", Styles),
        ("xl/sharedStrings.xml", Shared),
        ("xl/worksheets/sheet1.xml", $"""{before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"""),
        ("xl/worksheets/sheet2.xml", """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="3"><c t="s"><v>0</v></c></row><row r="4"><c><v>7</v></c></row></sheetData></worksheet>"""));
}
