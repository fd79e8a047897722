using System.IO.Pipes;
using System.Text;
using Trellis.Standards.Tables;

namespace Trellis.Tests.Standards.Tables;

/// <summary>JSON whose records are not all alike, and what of a file nobody hands out.</summary>
public sealed class JsonMembersTests(Files files) : IClassFixture<Files>
{
    [Fact]
    public void A_member_that_only_a_later_record_has_is_a_column()
    {
        var path = files.Keep("""
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"name":"Zork Bowls"}},
              {"type":"Feature","properties":{"phone":"0161 496 0001","name":"Zork Chess","more":{"website":"zork.example"}}}]}
            """);
        using var file = TableFile.Open(path);
        Assert.Equal(["name", "phone", "more/website"], file.Headings);
        var rows = file.Rows().Select(row => string.Join('|', file.Headings.Select((heading, at) => (row[heading] == row[at] ? row[at] : "?") ?? "-"))).ToList();
        Assert.Equal(["Zork Bowls|-|-", "Zork Chess|0161 496 0001|zork.example"], rows);
        Assert.Empty(file.Notes);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public void Columns_are_looked_for_in_every_encoding(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var code = Encoding.GetEncoding(encoding);
        var path = files.Keep([.. code.Preamble, .. code.GetBytes("""[{"name":"Café"},{"name":"B","phone":"1"}]""")], "list.json");
        using var file = TableFile.Open(path);
        Assert.Equal(["name", "phone"], file.Headings);
        Assert.Equal(["Café", "B"], file.Rows().Select(row => row["name"]));
    }

    [Fact]
    public void What_stands_too_far_down_to_be_a_column_is_told()
    {
        var records = string.Join(',', Enumerable.Range(0, 200).Select(at => $$"""{"name":"Group {{at}}"{{(at == 150 ? ",\"phone\":\"1\"" : "")}} }"""));
        using var file = TableFile.Open(files.Keep($"[{records}]", "long.json"));
        Assert.Equal(200, file.Rows().Count(row => row["name"] is not null));
        Assert.Contains("phone", Assert.Single(file.Notes), StringComparison.Ordinal);

        using var whole = TableFile.Open(files.Keep($"[{records}]", "long.json"));
        Assert.Equal(200, whole.Rows().Count(row => row.Json.Length > 0));
        Assert.Empty(whole.Notes); // whoever reads the records whole has read it
    }

    [Fact]
    public void A_list_beside_the_first_is_told()
    {
        using var file = TableFile.Open(files.Keep("""{"version":"1","empty":[],"words":["a"],"groups":[{"name":"A","lists":[{"x":1}]}],"clubs":[{"name":"B"},{"name":"C"}],"tags":["b"],"halls":[{"n":1}]}""", "lists.json"));
        Assert.Equal(["A"], file.Rows().Select(row => row["name"]));
        Assert.Equal("The file holds further lists, of which nothing was read: clubs, halls. To bring one in, save it as a file of its own.", Assert.Single(file.Notes));
    }

    [Theory]
    [InlineData("Point", "[-2.3,53.4]", true)]
    [InlineData("MultiPoint", "[[-2.3,53.4]]", true)]
    [InlineData("Polygon", "[[[-2.3,53.4],[-2.2,53.4],[-2.2,53.5],[-2.3,53.4]]]", false)]
    public void A_list_of_spots_says_so(string type, string coordinates, bool says)
    {
        var feature = $$"""{"type":"Feature","properties":{"name":"A"},"geometry":{"type": "{{type}}","coordinates":{{coordinates}} } }""";
        using var file = TableFile.Open(files.Keep($$"""{"type":"FeatureCollection","features":[{{feature}}] }""", "spots.geojson"));
        Assert.Equal(says, file.Headings.Contains("geometry/type"));
    }

    [Fact]
    public void What_another_program_writes_is_refused_in_a_sentence()
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        pipe.Write("Name,Postcode\nA,M33 2RP\n"u8);
        var path = $"/dev/fd/{pipe.ClientSafePipeHandle.DangerousGetHandle()}";
        Assert.Equal($"{path} can be read only once, as what another program writes. Save it as a file first.", Assert.Throws<UnreadableFileException>(() => TableFile.Open(path)).Message);
    }
}
