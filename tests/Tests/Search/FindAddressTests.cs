using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Trellis.Platform.Search;
using Trellis.Tests.Support;

namespace Trellis.Tests.Search;

/// <summary>What stands in the address of a search goes along wherever its links and forms lead, and the page says what was made of it.</summary>
public sealed class FindAddressTests(DemoSite site)
{
    private const string ByName = "ul.results h3";
    private const string TheBox = "Name, cause, what you need, or a place";

    private Task<PageSeen> Ask(string words, string more = "") => site.Open($"/groups?q={Uri.EscapeDataString(words)}{more}");

    private static string Lead(PageSeen page) => page.All("p.lead")[0].Replace('\u00A0', ' ');

    private static int Total(PageSeen page) => int.Parse(Lead(page).Split(' ')[0].Replace(",", "", StringComparison.Ordinal));

    private static string Chosen(PageSeen page, string field) => PageSeen.Tidy(((IHtmlSelectElement)page.Document.QuerySelector("#" + field)!).Options.First(option => option.IsSelected).Text);

    private static string Asked(PageSeen page) => Uri.UnescapeDataString(page.Response.RequestMessage!.RequestUri!.Query.Replace('+', ' '));

    [Theory]
    [InlineData("/groups.CSV?q=scout", "text/csv")]
    [InlineData("/groups.Xlsx?q=scout", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("/money/flow.JSON", "application/json")]
    [InlineData("/Wards/sale-moor", "text/html")]
    [InlineData("/LOCALITIES/north", "text/html")]
    public async Task An_address_typed_in_capitals_leads_to_the_same(string url, string type)
    {
        var (typed, usual) = (await site.Open(url), await site.Open(url.ToLowerInvariant()));
        Assert.Equal((200, type, usual.Heading()), (typed.Status, typed.Response.Content.Headers.ContentType!.MediaType, typed.Heading()));
    }

    [Fact]
    public async Task Words_too_long_to_be_read_whole_are_the_same_in_the_files_and_on_the_next_page()
    {
        var page = await Ask("scout " + new string('q', 400));
        Assert.InRange(Total(page), 21, 200);
        var rows = JsonDocument.Parse((await page.Follow("JSON")).Body).RootElement.GetProperty("rows").GetArrayLength();
        Assert.Equal(Total(page), rows);
        var next = await site.Open(page.Document.QuerySelector("nav.pager a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(Total(page), Total(next));
    }

    [Fact]
    public async Task A_page_beyond_the_last_is_the_last()
    {
        var page = await site.Open("/groups?page=9999");
        var last = (Total(page) + 19) / 20;
        Assert.NotEmpty(page.All(ByName));
        Assert.Contains($"{((last - 1) * 20) + 1:N0} to {Total(page):N0} of {Total(page):N0}", page.Text, StringComparison.Ordinal);
        Assert.EndsWith("page=" + (last - 1), page.Document.QuerySelector("nav.pager a[rel=prev]")!.GetAttribute("href")!, StringComparison.Ordinal);
        Assert.Contains("Nothing found", (await Ask("qzxqzx", "&kind=Charity&page=7")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_distance_from_a_place_in_the_words_is_measured_from_its_middle()
    {
        var (near, far) = (await Ask("scout in Sale", "&within=10"), await Ask("scout in Sale", "&within=50"));
        Assert.InRange(Total(near), 1, Total(far) - 1);
        Assert.All(near.All("ul.results ul.meta li:last-child"), text => Assert.True(text == "here" || double.Parse(text.Split(' ')[0]) <= 1.0, text));
        Assert.EndsWith("nearest to Sale first", Lead(near), StringComparison.Ordinal);
        Assert.Equal("1 mile", Chosen(near, "within"));
    }

    [Theory]
    [InlineData("/groups?within=10")]
    [InlineData("/groups?q=scout&sort=distance")]
    [InlineData("/groups?q=scout&within=10&sort=distance")]
    public async Task A_distance_from_nowhere_is_said_to_need_a_place(string url)
    {
        var page = await site.Open(url);
        Assert.Contains("A distance is measured from somewhere: enter a postcode, or the name of a ward or town, under Near.", page.Text, StringComparison.Ordinal);
        Assert.Equal("best match", Chosen(page, "sort"));
        Assert.DoesNotContain("A distance is measured", (await site.Open(url + "&near=M33+7")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A distance is measured", (await site.Open(url + "&near=ZZ9+9ZZ")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_the_order_it_is_in_and_the_spot_it_measured_from()
    {
        Assert.EndsWith(", nearest to M33 7 first", Lead(await Ask("food near M33 7")), StringComparison.Ordinal);

        var byName = await Ask("food near M33 7", "&sort=name");
        var names = byName.All(ByName).Select(FoldedWords.Of).Select(name => name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.DoesNotContain("nearest", byName.Text, StringComparison.Ordinal);
        Assert.Contains("We took M33 7 for a place: distances are measured from there.", byName.Text, StringComparison.Ordinal);

        var elsewhere = await Ask("food near M33 7", "&near=WA14");
        Assert.EndsWith(", nearest to WA14 first", Lead(elsewhere), StringComparison.Ordinal);
        Assert.Contains("We took M33 7 for a place, but distances are measured from WA14, which stands under Near.", elsewhere.Text, StringComparison.Ordinal);
        Assert.EndsWith(", nearest to WA14 first", Lead(await Ask("food", "&near=WA14")), StringComparison.Ordinal);

        var inSale = await Ask("scout in Sale", "&sort=distance");
        Assert.EndsWith(" in Sale, nearest to Sale first", Lead(inSale), StringComparison.Ordinal);
        double[] miles = [.. inSale.All("ul.results ul.meta li:last-child").Where(text => text.EndsWith("miles", StringComparison.Ordinal)).Select(text => double.Parse(text.Split(' ')[0]))];
        Assert.NotEmpty(miles);
        Assert.Equal(miles.Order(), miles);
    }

    [Fact]
    public async Task Other_words_keep_the_spot_the_order_and_how_places_are_read()
    {
        var page = await Ask("food in Sale", "&near=M33+7&within=50&sort=name&places=no&kind=Charity");
        var other = await page.Press("Search", (TheBox, "scout"));
        Assert.All(["q=scout", "near=M33 7", "within=50", "sort=name", "places=no", "kind=Charity"], pair => Assert.Contains(pair, Asked(other), StringComparison.Ordinal));
        var updated = await other.Press("Update", ("Near", "WA14"));
        Assert.All(["q=scout", "near=WA14", "within=50", "sort=name", "places=no", "kind=Charity"], pair => Assert.Contains(pair, Asked(updated), StringComparison.Ordinal));
        Assert.Equal(Asked(updated).Split('&').Length, Asked(updated).Split('&').Distinct().Count());
    }

    [Fact]
    public async Task An_order_that_nobody_chose_stays_the_one_that_fits()
    {
        var page = await (await Ask("food")).Press("Update", ("Near", "M33 7"));
        Assert.Equal("distance", Chosen(page, "sort"));
        Assert.EndsWith(", nearest to M33 7 first", Lead(page), StringComparison.Ordinal);
        var byMatch = await page.Press("Update", ("Sort by", "best match"));
        Assert.Equal("best match", Chosen(byMatch, "sort"));
        Assert.Equal("best match", Chosen(await byMatch.Press("Update", ("Near", "")), "sort"));
    }

    [Theory]
    [InlineData("IT")]
    [InlineData("the")]
    [InlineData("of the in")]
    [InlineData("???")]
    public async Task Words_that_cannot_be_looked_for_find_nothing_and_the_page_says_so(string words)
    {
        var page = await Ask(words);
        Assert.Empty(page.All(ByName));
        Assert.Contains($"There is nothing in “{words}” that can be looked for by itself. Add what it is about, or where.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("We have counted", page.Text, StringComparison.Ordinal);
        var lines = Encoding.UTF8.GetString((await site.Open("/groups.csv?q=" + Uri.EscapeDataString(words))).Body).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith(",,,", Assert.Single(lines.Skip(1)), StringComparison.Ordinal); // whose data it would be, and no row
    }

    [Theory]
    [InlineData("zzvolq", true)]
    [InlineData("zzvolq&kind=Charity", false)]
    [InlineData("zzvolq&typing=1&part=results", false)]
    [InlineData("zzvolq%40zzqolv", false)]
    [InlineData("zzvolq+07700900123", false)]
    [InlineData("zzvolq+sw1a+1aa", false)]
    public async Task The_page_says_that_it_was_counted_only_where_it_was(string words, bool isCounted)
    {
        var page = await site.Open("/groups?q=" + words);
        Assert.Contains("Nothing found", page.Text, StringComparison.Ordinal);
        Assert.Equal(isCounted, page.Text.Contains("We have counted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_small_word_may_be_the_beginning_of_a_longer_one_and_a_place_alone_is_a_question()
    {
        Assert.NotEmpty((await Ask("the", "&typing=1")).All(ByName));
        Assert.NotEmpty((await Ask("in Sale")).All(ByName));
        Assert.NotEmpty((await Ask("   ")).All(ByName));
    }
}

file static class Headings
{
    public static string? Heading(this PageSeen page) => page.Document.QuerySelector("h1")?.TextContent;
}
