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
}
