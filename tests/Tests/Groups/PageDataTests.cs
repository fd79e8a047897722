using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups;

/// <summary>The page of a group as machines read it.</summary>
public sealed class PageDataTests(Site site) : Scene(site)
{
    private readonly Site site = site;
    private readonly string word = "Numbat" + Guid.CreateVersion7().ToString("n")[^12..];
    private readonly int number = Random.Shared.Next(1_000_000, 1_190_000);

    [Fact]
    public async Task A_day_of_registration_is_not_told_as_that_of_the_founding()
    {
        var page = await Registered("1965-04-29");
        Assert.Contains("29 April 1965", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("founding", page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<PageSeen> Registered(string day)
    {
        await site.Import(Place, "charity-register", $"registered_charity_number,charity_name,charity_activities,date_of_registration\n{number},{word} Society,Keeps records,{day}\n", "register-" + word);
        return await site.Open($"/groups/{word.ToLowerInvariant()}-society");
    }
}
