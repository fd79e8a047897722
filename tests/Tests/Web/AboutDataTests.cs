using System.Text.Json;
using Trellis.Tests.Support;

namespace Trellis.Tests.Web;

public sealed class AboutDataTests(DemoSite site)
{
    [Fact]
    public async Task Every_file_of_the_demo_place_is_named_with_its_licence_and_attribution()
    {
        var page = await site.Open("/about/data");
        using var listing = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(DemoPlace.Folder, "sources.json")));
        foreach (var source in listing.RootElement.GetProperty("sources").EnumerateArray())
        {
            var shown = page.Document.GetElementById(source.GetProperty("key").GetString()!);
            Assert.NotNull(shown);
            Assert.Contains(source.GetProperty("licence").GetString()!, shown.TextContent, StringComparison.Ordinal);
            Assert.Contains(source.GetProperty("attribution").GetString()!, shown.TextContent, StringComparison.Ordinal);
            Assert.Contains(source.GetProperty("publisher").GetString()!, shown.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Share_alike_data_stand_apart_with_their_notice()
    {
        var page = await site.Open("/about/data");
        var apart = page.Document.QuerySelector("#odbl ~ ul")!;
        Assert.Equal(["allotments"], apart.Children.Select(source => source.Id));
        Assert.Contains("Any rights in their individual contents are licensed under the Database Contents Licence", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_account_of_a_files_rows_adds_up()
    {
        var rows = (await site.Open("/about/data")).Table("What became of the rows of Registered charities").Single().Select(cell => long.Parse(cell.Replace(",", "", StringComparison.Ordinal))).ToList();
        Assert.Equal(rows[^1], rows[..^1].Sum());
        Assert.True(rows[^1] > 700);
    }
}
