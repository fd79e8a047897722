using System.Text.Json.Nodes;
using Trellis.Standards.Tables;
using Trellis.Standards.ThreeSixtyGiving;
using Trellis.Tests.Standards.Corpus;
using Trellis.Tests.Standards.Tables;
using Trellis.Tests.Support;

namespace Trellis.Tests.Standards.ThreeSixtyGiving;

/// <summary>Trafford's grants, as a spreadsheet and as the official converter's JSON.</summary>
public sealed class Grants : IDisposable
{
    private readonly string folder = Scratch.Folder();

    [Fact]
    public void The_spreadsheet_becomes_exactly_the_JSON_of_the_official_converter()
    {
        var official = All("trafford-council-grants.json.gz").ToDictionary(g => g.Id!, g => g.Content);
        var ours = All("trafford-council-grants.csv");
        Assert.Equal(555, ours.Count);
        Assert.All(ours, g => Assert.Empty(g.Faults));
        Assert.All(ours, g => Assert.True(JsonNode.DeepEquals(official[g.Id!], g.Content), $"{g.Id}: {g.Content.ToJsonString()}"));
    }

    [Fact]
    public void A_grant_says_what_it_is()
    {
        var grant = All("trafford-council-grants.csv")[0];
        Assert.Equal(("360G-traffordmbc-VSG1342", 2L), (grant.Id, grant.Row));
        Assert.Equal(226_600, grant.AmountAwarded.Value);
        Assert.Equal(new DateOnly(2013, 1, 18), grant.AwardDate.Value);
        Assert.Equal("GB-LAE-TRF", Assert.Single(grant.Funders).Id);
        Assert.Equal("Altrincham Children's Choir", Assert.Single(grant.Recipients).Name);
        Assert.Equal("E08000009", Assert.Single(grant.BeneficiaryLocations).GeoCode);
        Assert.Equal(12, grant.PlannedMonths.Value);
        Assert.Equal("Voluntary Sector Grants", grant.ProgrammeTitle);
        Assert.True(grant.FromOpenCall.Value);
        Assert.False(grant.IsToIndividual);
    }

    [Fact]
    public void Headings_are_found_without_case_and_spaces_with_positions_and_with_what_the_standard_does_not_know()
    {
        var grant = Assert.Single(Read("a.csv", "IDENTIFIER,amount awarded,recipient org : 1 : name,RecipientOrg:0:Name,Recipient Org:Foo,Website: Notes,related activity,Beneficiary Location:2:Name,Colour\n"
            + "g1,\"£1,234.50\",Second,First,x,y,a; b,Sale,red\n"));
        Assert.Equal(
            """{"id":"g1","amountAwarded":1234.5,"recipientOrganization":[{"name":"First","Foo":"x"},{"name":"Second"}],"Website":{"Notes":"y"},"relatedActivity":["a","b"],"beneficiaryLocation":[{"name":"Sale"}],"Colour":"red"}""",
            grant.Content.ToJsonString());
    }

    [Fact]
    public void Rows_with_the_same_identifier_are_one_grant_and_what_differs_is_said()
    {
        var grants = Read("a.csv", "Identifier,Title,Amount Awarded,Beneficiary Location:Name,Funding Org:Identifier,Funding Org:Name\n"
            + "g1,One,5,Sale,F,Funder\ng2,Two,6,Urmston,F,Funder\ng1,One,7,Stretford,F,Funder\n");
        Assert.Equal(["g2", "g1"], grants.Select(g => g.Id!));
        Assert.Equal(["Sale", "Stretford"], grants[1].BeneficiaryLocations.Select(l => l.Name!));
        Assert.Single(grants[1].Funders);
        Assert.Equal((2, 500L), (grants[1].Rows, grants[1].AmountAwarded.Value));
        var fault = Assert.Single(grants[1].Faults);
        Assert.Equal(("amountAwarded", "7"), (fault.Heading, fault.Value));
        Assert.Contains("Row 4", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_sheets_join_by_identifier()
    {
        Making.Workbook(Making.Line("Identifier", "Title") + Making.Line("g1", "One") + Making.Line("g2", "Two"))(Path.Combine(folder, "a.xlsx"));
        AddSheet(Path.Combine(folder, "a.xlsx"), Making.Line("Identifier", "Related Document:Title") + Making.Line("g2", "Report") + Making.Line("g2", "Film"));
        using var file = TableFile.Open(Path.Combine(folder, "a.xlsx"));
        var grants = GrantFile.Read(file).ToDictionary(g => g.Id!);
        Assert.Equal("""[{"title":"Report"},{"title":"Film"}]""", grants["g2"].Content["relatedDocument"]!.ToJsonString());
        Assert.Null(grants["g1"].Content["relatedDocument"]);
    }

    [Fact]
    public void What_cannot_be_read_stays_and_is_named()
    {
        var grants = Read("a.csv", "Identifier,Amount Awarded,Award Date\ng1,05/12/2014,18/01/2013\n,5,31/02/2013\n");
        Assert.Equal("05/12/2014", (string?)grants[0].Content["amountAwarded"]);
        Assert.Equal("2013-01-18", (string?)grants[0].Content["awardDate"]);
        Assert.NotNull(grants[0].AmountAwarded.Fault);
        Assert.Equal("Amount Awarded", Assert.Single(grants[0].Faults).Heading);
        Assert.Null(grants[1].Id);
        Assert.Equal(["Award Date", "Identifier"], grants[1].Faults.Select(f => f.Heading));
    }

    [Theory]
    [InlineData("[{\"id\":\"a\",\"id\":\"b\"}]", "twice")]
    [InlineData("[{\"id\":\"a\",\"title\":\"\\ud800\"}]", "half a character")]
    [InlineData("[{\"title\":\"a\"}]", "no identifier")]
    public void A_broken_record_is_a_fault_and_not_the_end(string json, string reason)
    {
        var grants = Read("a.json", json.Replace("]", ",{\"id\":\"z\"}]", StringComparison.Ordinal));
        Assert.Contains(reason, Assert.Single(grants[0].Faults).Sentence, StringComparison.Ordinal);
        Assert.Equal("z", grants[1].Id);
    }

    [Theory]
    [InlineData("{\"id\":5,\"amountAwarded\":true,\"recipientOrganization\":{\"name\":\"x\"},\"plannedDates\":[1,null],\"fundingOrganization\":[null]}")]
    [InlineData("{\"id\":[],\"title\":{},\"beneficiaryLocation\":\"x\",\"recipientOrganization\":[[]],\"awardDate\":null}")]
    public void No_shape_of_JSON_surprises_a_grant_or_its_checks(string json)
    {
        var grant = Assert.Single(Read("a.json", $"[{json}]"));
        Assert.Empty(grant.Recipients);
        Assert.Null(grant.AmountAwarded.Value);
        var checks = new GrantChecks(new DateOnly(2026, 5, 15));
        checks.Add(grant);
        Assert.NotEmpty(checks.SchemaFaults);
    }

    [Fact]
    public void A_file_of_grants_is_recognised_by_its_headings()
    {
        using var csv = TableFile.Open(RealFiles.Demo("trafford-council-grants.csv"));
        using var json = TableFile.Open(RealFiles.GrantsAsJson);
        Assert.Equal(100, GrantFile.Recognise(csv.Headings));
        Assert.Equal(100, GrantFile.Recognise(json.Headings));
        Assert.Equal(0, GrantFile.Recognise(["Name", "Amount"]));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task What_is_written_reads_back_the_same(string form)
    {
        var grants = All("trafford-council-grants.json.gz");
        grants[0].Content["beneficiaryLocation"]!.AsArray().Add((JsonNode)new JsonObject { ["name"] = "Sale", ["countryCode"] = "GB" });
        grants[0].Content["relatedActivity"] = new JsonArray("a", "b");
        var path = Path.Combine(folder, "out." + form);
        await using (var file = File.Create(path))
        {
            var headings = GrantOut.HeadingsOf(grants);
            await (form switch
            {
                "json" => GrantOut.Json(file, new JsonObject { ["title"] = "Grants" }, grants.ToAsyncEnumerable()),
                "csv" => GrantOut.Csv(file, headings, grants.ToAsyncEnumerable()),
                _ => GrantOut.Xlsx(file, new JsonObject { ["title"] = "Grants" }, headings, grants.ToAsyncEnumerable()),
            });
        }

        using var again = TableFile.Open(path);
        var read = GrantFile.Read(again).ToList();
        Assert.Equal(555, read.Count);
        Assert.All(read.Zip(grants), pair => Assert.True(JsonNode.DeepEquals(pair.First.Content, pair.Second.Content), pair.First.Content.ToJsonString() + pair.Second.Content.ToJsonString()));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    internal static List<Grant> All(string name)
    {
        using var file = TableFile.Open(name == Path.GetFileName(RealFiles.GrantsAsJson) ? RealFiles.GrantsAsJson : RealFiles.Demo(name));
        return [.. GrantFile.Read(file)];
    }

    private List<Grant> Read(string name, string content)
    {
        File.WriteAllText(Path.Combine(folder, name), content);
        using var file = TableFile.Open(Path.Combine(folder, name));
        return [.. GrantFile.Read(file)];
    }

    private static void AddSheet(string path, string rows)
    {
        using var zip = System.IO.Compression.ZipFile.Open(path, System.IO.Compression.ZipArchiveMode.Update);
        Put(zip, "xl/worksheets/sheet2.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
        Put(zip, "xl/workbook.xml", "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"grants\" r:id=\"r1\"/><sheet name=\"docs\" r:id=\"r2\"/></sheets></workbook>");
        Put(zip, "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"x/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/></Relationships>");
    }

    private static void Put(System.IO.Compression.ZipArchive zip, string name, string content)
    {
        zip.GetEntry(name)?.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(Corpus.Making.Named(content));
    }
}
