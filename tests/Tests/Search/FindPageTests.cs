using System.Text;
using System.Text.Json;
using Trellis.Platform.Data;
using Trellis.Standards.Tables;
using Trellis.Tests.Support;

namespace Trellis.Tests.Search;

/// <summary>The public search on the whole demo place.</summary>
public sealed class FindPageTests(DemoSite site)
{
    private const string ByName = "ul.results h3";

    private Task<PageSeen> Ask(string words, string more = "") => site.Open($"/groups?q={Uri.EscapeDataString(words)}{more}");

    [Theory]
    [InlineData("charities")]
    [InlineData("sports clubs")]
    [InlineData("services open to all")]
    [InlineData("council buildings and land")]
    public async Task A_figure_of_the_front_page_is_the_number_its_search_finds(string what)
    {
        var home = await site.Open("/");
        var figure = home.All(".stats .number")[home.All(".stats .label").ToList().IndexOf(what)];
        Assert.Contains($"{figure} results", (await home.Follow(what)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_food_bank_in_a_postcode_district_gives_the_three_places_there()
    {
        var page = await Ask("food bnk m33");
        Assert.Equal(["Food bank at St Francis Church", "Food bank at Sale West Credit Unit Rooms", "Sale community hub"], page.All(ByName));
        Assert.Contains("3 results in M33", page.Text, StringComparison.Ordinal);
        Assert.Contains("Showing results for food bank", page.Text, StringComparison.Ordinal);
        Assert.Contains("We took M33 for a place", page.Text, StringComparison.Ordinal);
        var asWord = await page.Follow("Search for it as a word instead");
        Assert.Contains("Names of places are searched for as words", asWord.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Near_a_sector_the_nearest_come_first_and_further_ones_after()
    {
        var page = await Ask("food bank near M33 7");
        Assert.Equal("Food bank at St Francis Church", page.All(ByName)[0]);
        Assert.True(page.All(ByName).Count > 3);
        double[] miles = [.. page.All("ul.results ul.meta li:last-child").Where(text => text.EndsWith("miles", StringComparison.Ordinal)).Select(text => double.Parse(text.Split(' ')[0]))];
        Assert.Equal(miles.Order(), miles);
        Assert.InRange(miles[0], 0.2, 2);
        var within = await Ask("food bank", "&near=M33+7&within=20");
        Assert.InRange(within.All(ByName).Count, 1, page.All(ByName).Count - 1);
    }

    [Theory]
    [InlineData("foodbank")]
    [InlineData("pantry")]
    [InlineData("FOOD PARCELS")]
    public async Task Words_that_mean_the_same_find_the_same_number(string words)
    {
        var one = await Ask(words);
        var other = await Ask("food bank");
        Assert.Equal(other.All("p.lead"), one.All("p.lead"));
    }

    [Fact]
    public async Task A_group_is_found_under_another_name_and_the_page_says_so()
    {
        var page = await Ask("stretford community choir");
        Assert.Contains("Stretford Children's Theatre", page.All(ByName));
        Assert.Contains("Also known as Stretford Community Choir", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_register_number_leads_straight_to_the_group()
    {
        var page = await Ask("214927");
        Assert.Equal((302, "/groups/the-cheshire-wildlife-trust-limited"), (page.Status, page.Response.Headers.Location?.ToString()));
        Assert.Equal(200, (await Ask("99999999")).Status);
    }

    [Fact]
    public async Task Facets_narrow_and_let_go_again_and_their_counts_are_what_one_gets()
    {
        var all = await site.Open("/groups");
        var option = all.Document.QuerySelector("nav.facets details a")!;
        var count = option.QuerySelector(".count")!.TextContent;
        var narrowed = await site.Open(option.GetAttribute("href")!);
        Assert.StartsWith(count + " results", narrowed.All("p.lead")[0], StringComparison.Ordinal);
        Assert.Single(narrowed.All("ul.tags a.tag:not(.plain)"));
        var again = await site.Open(narrowed.Document.QuerySelector("ul.tags a.tag")!.GetAttribute("href")!);
        Assert.Equal(all.All("p.lead"), again.All("p.lead"));
    }

    [Fact]
    public async Task Every_result_of_every_page_is_different_and_they_add_up()
    {
        var page = await Ask("scout");
        var total = int.Parse(page.All("p.lead")[0].Split(' ')[0]);
        var seen = new List<string?>();
        for (var number = 1; number <= (total + 19) / 20; number++)
        {
            page = await Ask("scout", "&page=" + number);
            Assert.Equal(number * 20 < total, page.Document.QuerySelector("nav.pager a[rel=next]") is not null);
            seen.AddRange(page.Document.QuerySelectorAll("ul.results h3 a").Select(link => link.GetAttribute("href")));
        }

        Assert.Equal(total, seen.Count);
        Assert.Equal(total, seen.Distinct().Count());
    }

    [Fact]
    public async Task What_is_on_the_screen_is_what_comes_as_a_file()
    {
        var page = await Ask("food bank");
        var csv = await page.Follow("CSV");
        Assert.Equal("text/csv", csv.Response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("\uFEFFname,also known as,kind,", Encoding.UTF8.GetString(csv.Body), StringComparison.Ordinal);
        var json = JsonDocument.Parse((await page.Follow("JSON")).Body).RootElement;
        Assert.Equal(page.All(ByName), json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("name").GetString()!));
        Assert.Contains(json.GetProperty("attribution").EnumerateArray(), line => line.GetString()!.Contains("Charity Commission", StringComparison.Ordinal));
        var file = Scratch.File("taken.xlsx");
        await File.WriteAllBytesAsync(file, (await page.Follow("Excel")).Body);
        using var table = TableFile.Open(file);
        Assert.Equal(page.All(ByName), table.Rows().Where(row => row.Sheet == "List").Select(row => row["name"]!).ToList());
    }

    [Fact]
    public async Task Share_alike_rows_are_listed_but_stay_out_of_the_files_and_the_page_says_how_many()
    {
        var page = await Ask("allotments");
        var all = int.Parse(page.All("p.lead")[0].Split(' ')[0]);
        using var json = JsonDocument.Parse((await site.Open("/groups.json?q=allotments")).Body);
        var free = json.RootElement.GetProperty("rows").GetArrayLength();
        Assert.InRange(free, 1, all - 1);
        Assert.Contains($"Download {free} of these {all} results:", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{all - free} results are not in these files", page.Text, StringComparison.Ordinal);
        Assert.Equal("/about/data#odbl", page.Document.QuerySelector(".downloads ~ .source a")!.GetAttribute("href"));
        var csv = Encoding.UTF8.GetString((await site.Open("/groups.csv?q=allotments")).Body);
        Assert.Contains("share-alike", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("OpenStreetMap", csv, StringComparison.Ordinal);
        Assert.Contains(json.RootElement.GetProperty("attribution").EnumerateArray(), line => line.GetString()!.Contains("share-alike", StringComparison.Ordinal));
        Assert.DoesNotContain("OpenStreetMap", json.RootElement.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_left_out_of_the_files_nothing_is_said_of_it() =>
        Assert.DoesNotContain("not in these files", (await Ask("food bank")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Part_of_the_page_comes_alone_for_results_as_one_types()
    {
        var part = await Ask("food ban", "&part=results&typing=1");
        Assert.Equal(200, part.Status);
        Assert.DoesNotContain("<h1", Encoding.UTF8.GetString(part.Body), StringComparison.Ordinal);
        Assert.NotEmpty(part.All(ByName));
    }

    [Theory]
    [InlineData("'; DROP TABLE groups_organisation; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("%00%01")]
    [InlineData("{0} {1:N0} {")]
    [InlineData("😀")]
    [InlineData("((((a+)+)+)+)$")]
    [InlineData("...!!!???")]
    [InlineData("æ.b")]
    [InlineData("a\uFFFEb")]
    public async Task Whatever_is_typed_is_answered_with_a_page(string words)
    {
        var page = await Ask(words);
        Assert.Equal(200, page.Status);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
        Assert.Equal(200, (await site.Open("/groups.csv?q=" + Uri.EscapeDataString(words))).Status);
    }

    [Theory]
    [InlineData("page=99999999999999999999")]
    [InlineData("page=-1&sort=nonsense&within=abc&near=%F0%9F%98%80")]
    [InlineData("kind=&ward=E05015255&ward=E05015255&ward=nowhere&cause=%27")]
    [InlineData("q=%ED%A0%80&kind=%ED%A0%80")]
    [InlineData("q=food&near=a%EF%BF%BEb&ward=a%EF%BF%BEb")]
    public async Task A_bent_address_is_answered_with_a_page(string query) => Assert.Equal(200, (await site.Open("/groups?" + query)).Status);

    [Fact]
    public async Task Ten_thousand_letters_are_a_question_too()
    {
        Assert.InRange((await site.Open("/groups?q=" + new string('a', 7_000))).Status, 200, 200);
        Assert.InRange((await site.Open("/groups?q=" + string.Concat(Enumerable.Repeat("food+", 1_200)))).Status, 200, 200);
    }

    [Fact]
    public async Task An_unknown_postcode_is_said_to_be_unknown() =>
        Assert.Contains("We do not know ZZ9 9ZZ here", (await Ask("food bank", "&near=ZZ9+9ZZ")).Text, StringComparison.Ordinal);
}

/// <summary>How the index follows the data.</summary>
public sealed class FindChangesTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task What_another_process_changes_is_found_within_seconds()
    {
        Assert.Contains("Nothing found", (await site.Open("/groups?q=quixotisch&typing=1")).Text, StringComparison.Ordinal);
        using (var database = new Database(site.Database.Connection))
        {
            await using var connection = await database.Open(default);
            await using var transaction = await connection.BeginTransactionAsync();
            var number = await Stamps.Raise(connection, "groups", default);
            await connection.Execute(
                "UPDATE groups_organisation SET name = 'Quixotisch Society', changed = @number WHERE slug = 'trafford-carers-centre'", default, ("number", number));
            await transaction.CommitAsync();
        }

        var page = await Soon.Until(async () => await site.Open("/groups?q=quixotisch&typing=1") is var seen && seen.All("ul.results h3").Count == 1 ? seen : null);
        Assert.Equal("Quixotisch Society", page.All("ul.results h3")[0]);
    }
}
