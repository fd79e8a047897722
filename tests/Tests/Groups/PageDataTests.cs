using System.Text.Json;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups;

/// <summary>The page of a group as machines read it, and the tags of a list that were brought in for it.</summary>
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

    [Fact]
    public async Task Tags_that_a_list_brings_are_shown_in_words_found_and_passed_on_with_their_codes()
    {
        var page = await Registered("1965-04-29");
        Assert.DoesNotContain("Also about", page.Text, StringComparison.Ordinal);
        await site.Import(Place, "causes", $"org_id,icnptso_code,ukcat_code\nGB-CHC-{number},A11,\"AN102;EN103;AN104;ZZ999\"\n", "own-tags-" + word);
        page = await site.Open($"/groups/{word.ToLowerInvariant()}-society");
        Assert.Contains("Also about Animals; Nature and climate; ZZ999", page.Text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await site.Open($"/groups/{word.ToLowerInvariant()}-society.json")).Body);
        Assert.Equal(["AN102", "AN104", "EN103", "ZZ999"], json.RootElement.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        await Soon.Until(async () => (await site.Open("/groups?q=climate")).All("ul.results h3").Contains(word + " Society") ? "found" : null);
    }

    private async Task<PageSeen> Registered(string day)
    {
        await site.Import(Place, "charity-register", $"registered_charity_number,charity_name,charity_activities,date_of_registration\n{number},{word} Society,Keeps records,{day}\n", "register-" + word);
        return await site.Open($"/groups/{word.ToLowerInvariant()}-society");
    }
}
