using Trellis.Groups.Unmet;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Search;

/// <summary>What a search without results leaves behind: its words, by the day, and nothing of a person.</summary>
public sealed class UnmetTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task Searches_that_found_nothing_are_counted_by_words_and_day_and_the_most_wanted_come_first()
    {
        var first = site.Clock.Now;
        foreach (var words in new[] { "Zzyqqx++Blorp", "zzyqqx-BLORP!", "qqzzj" })
        {
            Assert.Contains("Nothing found", (await site.Open("/groups?q=" + words)).Text, StringComparison.Ordinal);
        }

        foreach (var words in new[] { "qqzzj%40example.org", "zzqj+07700900123", "zzqj+sw1a+1aa", "zzqj+SW1A1AA", "zzqj+sw1a+1", "zzyqqx&typing=1", "zzyqqx&kind=Charity" })
        {
            await site.Open("/groups?q=" + words);
        }

        var today = await Soon.Until(async () => await Unmet(first, 10) is { Count: > 0 } rows && rows.Sum(row => row.Times) >= 3 ? rows : null);
        Assert.Equal([("zzyqqx blorp", 2L, 1), ("qqzzj", 1L, 1)], today.Select(row => (row.Words, row.Times, row.Days)));

        site.Clock.Pass(TimeSpan.FromDays(1));
        await site.Open("/groups?q=qqzzj");
        await site.Open("/groups?q=qqzzj");
        var both = await Soon.Until(async () => await Unmet(first, 10) is { } rows && rows.Sum(row => row.Times) >= 5 ? rows : null);
        Assert.Equal([("qqzzj", 3L, 2), ("zzyqqx blorp", 2L, 1)], both.Select(row => (row.Words, row.Times, row.Days)));
        Assert.Equal(DateOnly.FromDateTime(first.UtcDateTime).AddDays(1), both[0].Latest);
        Assert.Equal("qqzzj", Assert.Single(await Unmet(first, 1)).Words);
        Assert.Equal([("qqzzj", 2L)], (await Unmet(site.Clock.Now, 10)).Select(row => (row.Words, row.Times)));
    }

    [Fact]
    public async Task Workers_of_the_place_read_what_was_not_found_and_take_it_away()
    {
        await using var own = new Site();
        var place = await own.OnePlace();
        var worker = await own.SignInAs(Role.SupportWorker, place.Id, place.Id, "worker@example.org");
        var empty = await worker.Open("/work/unmet");
        Assert.Contains("Nothing yet: every search has found something.", empty.Text, StringComparison.Ordinal);
        Assert.Empty(empty.All(".downloads"));

        var today = DateOnly.FromDateTime(own.Clock.Now.UtcDateTime);
        await own.InDb(db =>
        {
            db.AddRange(Miss("wool swap", 0, 3), Miss("wool swap", 2, 4), Miss("repair café", 1, 1), Miss("long ago", 400, 90));
            return db.SaveChangesAsync();
        });
        var page = await (await worker.Open("/work")).Follow("Looked for and not found");
        Assert.Equal(["wool swap", "repair café"], page.All("ul.results h2"));
        Assert.Contains($"7 times, on 2 days last on {today:d MMMM yyyy}", page.Text, StringComparison.Ordinal);
        Assert.Contains($"once last on {today.AddDays(-1):d MMMM yyyy}", page.Text, StringComparison.Ordinal);
        var csv = System.Text.Encoding.UTF8.GetString((await page.Follow("CSV")).Body);
        Assert.Contains($"wool swap,7,2,{today:yyyy-MM-dd}", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("long ago", csv, StringComparison.Ordinal);
        Assert.Equal((404, 404), ((await own.Open("/work/unmet.csv")).Status, (await own.Open("/work/unmet")).Status));

        SearchMiss Miss(string words, int daysAgo, long times) => new() { PlaceId = place.Id, Day = today.AddDays(-daysAgo), Words = words, Times = times };
    }

    [Fact]
    public async Task A_machine_that_tries_words_fills_no_more_than_a_day_may_hold()
    {
        using var crowded = new DemoSite();
        var place = await crowded.With<Here, Place>(here => here.RequirePlace(default));
        await crowded.Open("/");
        var keep = crowded.Services.GetService(typeof(KeepMisses)) as KeepMisses;
        for (var number = 0; number < KeepMisses.MostADay + 100; number++)
        {
            keep!.Add(place.Id, "zz" + string.Concat(number.ToString().Select(digit => (char)('a' + digit - '0'))));
        }

        var kept = await Soon.Until(async () => await Count(crowded) is { Count: >= KeepMisses.MostADay } rows ? rows : null);
        Assert.Equal(KeepMisses.MostADay, kept.Count);
        keep!.Add(place.Id, kept[0].Words);
        keep.Add(place.Id, "one too many");
        var after = await Soon.Until(async () => await Count(crowded) is var rows && rows.Any(row => row.Times == 2) ? rows : null);
        Assert.Equal(KeepMisses.MostADay, after.Count);
    }

    [Theory]
    [InlineData("  Food   Bank! ", "food bank")]
    [InlineData("café", "cafe")]
    [InlineData("choirs", "choirs")]
    [InlineData("age 60 plus", "age 60 plus")]
    [InlineData("m33 crafts", "m33 crafts")]
    [InlineData("craft near M33 7AB", null)]
    [InlineData("craft (m337ab)", null)]
    [InlineData("craft M33 7", null)]
    [InlineData("craft M33 0AB please", null)]
    [InlineData("me@example.org", null)]
    [InlineData("0161 969 8888", null)]
    [InlineData("...", null)]
    public void Words_are_kept_folded_and_not_at_all_where_they_may_tell_of_a_person(string typed, string? kept) => Assert.Equal(kept, KeptWords.Of(typed));

    private Task<List<ListUnmet.Unmet>> Unmet(DateTimeOffset since, int most) => Unmet(site, since, most);

    private static Task<List<ListUnmet.Unmet>> Count(DemoSite site) => Unmet(site, site.Clock.Now, 10_000);

    private static async Task<List<ListUnmet.Unmet>> Unmet(DemoSite site, DateTimeOffset since, int most)
    {
        var place = await site.With<Here, Place>(here => here.RequirePlace(default));
        return await site.With<ListUnmet, List<ListUnmet.Unmet>>(list => list.Handle(place.Id, DateOnly.FromDateTime(since.UtcDateTime), most, default));
    }
}
