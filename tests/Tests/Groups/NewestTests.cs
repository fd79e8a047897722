using System.Text;
using System.Text.Json;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups;

public sealed class NewestTests(DemoSite site)
{
    [Fact]
    public async Task The_group_registered_last_comes_first()
    {
        var page = await site.Open("/newest-groups");

        var days = page.All(".results .meta li:first-child").Select(day => DateOnly.Parse(day["Registered ".Length..])).ToList();
        Assert.Equal(30, days.Count);
        Assert.Equal(days.OrderDescending(), days);
        Assert.Equal(2023, days[0].Year); // the register is of April 2023
    }

    [Fact]
    public async Task The_list_can_be_taken_along_as_it_stands_on_the_page()
    {
        var page = await site.Open("/newest-groups");
        using var json = JsonDocument.Parse((await page.Follow("JSON")).Body);
        Assert.Equal(page.All(".results h2"), json.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("name").GetString()!));
        Assert.Contains(json.RootElement.GetProperty("attribution").EnumerateArray(), line => line.GetString()!.Contains("Charity Commission", StringComparison.Ordinal));
        Assert.StartsWith("\uFEFFname,registered on,", Encoding.UTF8.GetString((await page.Follow("CSV")).Body), StringComparison.Ordinal);
        Assert.Equal(200, (await page.Follow("Excel")).Status);
        Assert.DoesNotContain("not in these files", page.Text, StringComparison.Ordinal);
    }
}
