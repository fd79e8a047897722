using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Places;
using Trellis.Tests.Groups;
using Trellis.Tests.Support;

namespace Trellis.Tests.Search;

/// <summary>The staff teach the search what people here say.</summary>
public sealed class OwnWordsTests(DemoSite site) : IClassFixture<DemoSite>
{
    private const string Alike = "Words that mean the same";
    private const string PassOver = "A word to pass over";

    [Fact]
    public async Task A_word_of_the_place_finds_what_it_means_until_it_is_taken_away()
    {
        var worker = await Worker();
        Assert.Equal(0, await Total("chippytea"));
        var page = await (await (await worker.Open("/work")).Follow("Words of the search")).Press("Add these words", (Alike, "Chippytea = pantry;  larder-of-ours"));
        Assert.Equal((302, "/work/words"), (page.Status, page.Response.Headers.Location!.ToString()));
        var foodBanks = await Total("food bank"); // of one group with pantry, which the search came with
        Assert.True(foodBanks > 0);
        await Soon.Until(async () => await Total("chippytea") == foodBanks && await Total("larder of ours") == foodBanks ? "known" : null);

        var kept = await worker.Open("/work/words");
        Assert.Contains("Chippytea = pantry = larder-of-ours", kept.All("ul.results p"));
        Assert.Equal(["This stands here already."], (await kept.Press("Add these words", (Alike, "Chippytea = pantry = larder-of-ours"))).Problems);
        var another = await (await Worker()).Open("/work/words");
        Assert.Equal(302, (await kept.Press("Remove: Chippytea = pantry = larder-of-ours")).Status);
        await Soon.Until(async () => await Total("chippytea") == 0 ? "forgotten" : null);
        Assert.Equal(404, (await another.Press("Remove: Chippytea = pantry = larder-of-ours")).Status);
        Assert.Equal(
            ["/work/words Added SearchWords", "/work/words Removed SearchWords"],
            (await site.All<AuditEntry>()).Where(entry => entry.Act.StartsWith("/work/words", StringComparison.Ordinal)).Select(entry => $"{entry.Act} {entry.RecordKind}").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_word_to_pass_over_is_looked_for_no_more_until_it_is_taken_away()
    {
        var worker = await Worker();
        var choirs = await Total("choir");
        Assert.True(choirs > 0);
        Assert.Equal(302, (await (await worker.Open("/work/words")).Press("Pass over this word", (PassOver, " Choír "))).Status);
        await Soon.Until(async () => await Total("choir") == 0 ? "passed over" : null);
        var page = await worker.Open("/work/words");
        Assert.Equal(["The search passes over “choir” already."], (await page.Press("Pass over this word", (PassOver, "choir"))).Problems);
        Assert.Equal(302, (await page.Press("Remove: choir")).Status);
        await Soon.Until(async () => await Total("choir") == choirs ? "as before" : null);
    }

    [Theory]
    [InlineData("", "Write from 2 to 20 words or phrases that mean the same, with = between them.")]
    [InlineData("food bank", "Write from 2 to 20 words or phrases that mean the same, with = between them.")]
    [InlineData("Pantry = pantry = PANTRY", "Write from 2 to 20 words or phrases that mean the same, with = between them.")]
    [InlineData("pantry = of the", "There is nothing in “of the” that the search looks for.")]
    [InlineData("pantry = !!!", "There is nothing in “!!!” that the search looks for.")]
    [InlineData("computer help = IT support", "Of “IT support” the search sees one word alone, since it passes over small ones. Write that word, or add another.")]
    [InlineData("pantry = a pantry that goes on and on and a pantry that goes on and on", "“a pantry that goes o…” is longer than 60 letters.")]
    public async Task What_would_mislead_the_search_is_refused_in_a_sentence(string typed, string sentence)
    {
        var page = await (await Worker()).Open("/work/words");
        var refused = await page.Press("Add these words", (Alike, typed));
        Assert.Equal((422, sentence), (refused.Status, Assert.Single(refused.Problems)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("!")]
    public async Task One_word_at_a_time_is_passed_over(string typed)
    {
        var page = await (await Worker()).Open("/work/words");
        Assert.Equal(["Write one word."], (await page.Press("Pass over this word", (PassOver, typed))).Problems);
    }

    private async Task<Visitor> Worker()
    {
        var place = await site.With<Here, Place>(here => here.RequirePlace(default));
        return await site.SignInAs(Role.SupportWorker, place.Id, place.Id, $"words{Guid.CreateVersion7():n}@example.org");
    }

    /// <summary>How many are found.</summary>
    private async Task<int> Total(string words)
    {
        using var answer = System.Text.Json.JsonDocument.Parse((await site.Open("/groups.json?q=" + Uri.EscapeDataString(words))).Body);
        return answer.RootElement.GetProperty("rows").GetArrayLength();
    }
}
