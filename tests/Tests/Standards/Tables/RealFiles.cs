using System.IO.Compression;
using System.Text;
using Sylvan.Data.Csv;
using Trellis.Standards.Tables;
using Trellis.Tests.Support;

namespace Trellis.Tests.Standards.Tables;

/// <summary>The demo place's own files, and another reader of CSV beside ours.</summary>
public sealed class RealFiles
{
    public static TheoryData<string> Csv => [.. Directory.EnumerateFiles(Demo("."), "*.csv*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Demo("."), f))];

    [Theory]
    [MemberData(nameof(Csv))]
    public void Every_cell_of_every_file_is_what_another_reader_says(string name)
    {
        using var ours = TableFile.Open(Demo(name));
        using var theirs = CsvDataReader.Create(Plain(Demo(name)));
        var rows = 0;
        foreach (var row in ours.Rows())
        {
            Assert.True(theirs.Read());
            Assert.Null(row.Fault);
            for (var i = 0; i < theirs.FieldCount; i++)
            {
                Assert.Equal(theirs.GetString(i).Trim(), row[i] ?? "");
            }

            rows++;
        }

        Assert.False(theirs.Read());
        Assert.Equal(Enumerable.Range(0, theirs.FieldCount).Select(theirs.GetName), ours.Headings);
        Assert.True(rows > 0);
    }

    [Fact]
    public void Payments_in_a_zip_are_counted()
    {
        using var file = TableFile.Open(Demo("supplier-spend-2025-26.zip"));
        Assert.Equal(16, file.Headings.Count);
        Assert.Equal(241_764, file.Rows().LongCount());
    }

    [Fact]
    public void The_names_of_charities_are_read_from_JSON_with_a_byte_order_mark()
    {
        using var file = TableFile.Open(Demo("publicextract.charity_other_names.zip"));
        var row = file.Rows().First();
        Assert.True(file.IsJson);
        Assert.Equal("200047", row["registered_charity_number"]);
        Assert.Equal("Previous name", row["charity_name_type"]);
        Assert.StartsWith("{\"date_of_extract\"", Encoding.UTF8.GetString(row.Json), StringComparison.Ordinal);
        Assert.Equal(1, row.Number);
    }

    [Fact]
    public void Wards_are_rows_with_their_shape()
    {
        using var file = TableFile.Open(Demo("boundary-wards-2023.geojson"));
        Assert.Equal(["area_code", "area_name", "geometry"], file.Headings);
        var wards = file.Rows().Select(r => (r["area_name"], r["geometry"])).ToList();
        Assert.Equal(21, wards.Count);
        Assert.All(wards, w => Assert.StartsWith("{", w.Item2, StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_inside_a_record_has_a_path()
    {
        using var file = TableFile.Open(GrantsAsJson);
        Assert.Contains("recipientOrganization/0/id", file.Headings);
        Assert.Equal("2266", file.Rows().First()["amountAwarded"]);
    }

    /// <summary>The council's grants in its other form, which no place is loaded from.</summary>
    internal static string GrantsAsJson => Path.Combine(Repository.Root, "tests", "Tests", "Standards", "Real", "trafford-council-grants.json.gz");

    internal static string Demo(string name) => Path.Combine(Repository.Root, "data", "trafford", name);

    private static StreamReader Plain(string path) =>
        new(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path));
}
