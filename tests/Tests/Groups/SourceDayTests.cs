using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Sources;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups;

/// <summary>Every fact says who published it and when: also where a list has no day of its own, and where it has the group no longer.</summary>
public sealed class SourceDayTests(Site site) : Scene(site)
{
    private readonly Site site = site;
    private readonly string word = "Quokka" + Guid.CreateVersion7().ToString("n")[^12..];

    private string Key => "own-" + word.ToLowerInvariant();

    [Fact]
    public async Task A_list_without_a_day_says_when_it_came_in()
    {
        var page = await Brought(null);
        Assert.All([Line(page, "Website"), Sources(page)], line => Assert.Contains("came in on 5 July 2026", line, StringComparison.Ordinal));
        Assert.Contains("came in on 5 July 2026", (await Services()).Text, StringComparison.Ordinal);
        var about = (await site.Open("/about/data")).Document.GetElementById(Key)!.TextContent;
        Assert.Contains("Came in on 5 July 2026", about, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_with_a_day_says_that_day_alone()
    {
        var page = await Brought(new DateOnly(2025, 4, 9));
        Assert.Contains("9 April 2025", Line(page, "Website"), StringComparison.Ordinal);
        Assert.DoesNotContain("came in on", page.Document.QuerySelector("article")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_newer_edition_of_a_list_no_longer_holds_is_marked_with_the_day()
    {
        await Brought(new DateOnly(2025, 4, 9));
        await site.Import(Place, "group-list", $"name,website\n{word} Band,https://band.example.org\n", Key, new DateOnly(2025, 6, 1));
        var day = await site.InDb(db => db.Set<SourceRecord>().Where(record => record.GoneOn != null && db.Set<Source>().Any(source => source.Id == record.SourceId && source.Key == Key)).Select(record => record.GoneOn).SingleAsync());
        var page = await Page();
        Assert.Equal($"List {Key}; no longer in this list since {day:d MMMM yyyy}", Line(page, "Website")); // and not the day of the edition that does not hold it
        Assert.DoesNotContain("no longer in this list", (await site.Open($"/groups/{word.ToLowerInvariant()}-band")).Text, StringComparison.Ordinal);
    }

    private async Task<PageSeen> Brought(DateOnly? asOf)
    {
        await site.Import(Place, "group-list", $"name,website\n{word} Choir,https://quokka.example.org\n", Key, asOf);
        // half past midnight of the 5th by the clocks of a British summer
        await site.InDb(async db => await db.Set<Source>().Where(source => source.Key == Key).ExecuteUpdateAsync(set => set.SetProperty(source => source.FetchedAt, new DateTimeOffset(2026, 7, 4, 23, 30, 0, TimeSpan.Zero))));
        return await Page();
    }

    private Task<PageSeen> Page() => site.Open($"/groups/{word.ToLowerInvariant()}-choir");

    private async Task<PageSeen> Services()
    {
        await site.Import(Place, "service-list", $"Service,Postcode,Opening hours\n{word} Pantry,M33 2RP,Mondays\n", Key + "-open");
        await site.InDb(async db => await db.Set<Source>().Where(source => source.Key == Key + "-open").ExecuteUpdateAsync(set => set.SetProperty(source => source.FetchedAt, new DateTimeOffset(2026, 7, 5, 9, 0, 0, TimeSpan.Zero))));
        return await site.Open("/services/" + (await site.All<Service>()).Single(service => service.Name.StartsWith(word, StringComparison.Ordinal)).Slug);
    }

    private static string Line(PageSeen page, string fact) =>
        page.Document.QuerySelectorAll("dl.facts > div").Single(pair => pair.QuerySelector("dt")!.TextContent.Trim() == fact).QuerySelector(".source")!.TextContent;

    private static string Sources(PageSeen page) => page.Document.QuerySelector("section[aria-labelledby=sources]")!.TextContent;
}
