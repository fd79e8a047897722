using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Places;

/// <summary>The pages of wards and localities, as somebody meets them who looks for a figure.</summary>
public sealed class WardPagesTests(DemoSite site)
{
    [Fact]
    public async Task All_wards_and_localities_are_on_one_page_with_map_and_table()
    {
        var page = await site.Open("/wards");
        Assert.Equal("Wards and localities of Trafford", page.Heading);
        Assert.Equal(21, page.Table("Wards of Trafford").Count);
        Assert.Equal(["Central", "North", "South", "West"], page.Table("Localities of Trafford").Select(row => row[0]));
        Assert.Equal(21, page.Document.QuerySelectorAll("svg a.area").Length);
        Assert.Contains(page.Table("Wards of Trafford"), row => row[0] == "Altrincham" && row[1] == "11,278");
        Assert.Equal("Altrincham", page.Table("Wards of Trafford")[0][0]);
    }

    [Fact]
    public async Task The_ward_with_most_and_the_ward_with_least_money_per_head_are_two_clicks_from_the_home_page()
    {
        var wards = await (await site.Open("/")).Follow("Wards");
        var head = wards.Document.QuerySelectorAll("thead th a").First(link => link.TextContent.Contains("for each resident", StringComparison.Ordinal));
        var page = await wards.Follow(PageSeen.Tidy(head.TextContent));
        var facts = page.Document.QuerySelectorAll("dl.facts > div").ToDictionary(fact => PageSeen.Tidy(fact.QuerySelector("dt")!.TextContent), fact => PageSeen.Tidy(fact.QuerySelector("dd")!.TextContent));
        var rows = page.Table("Wards of Trafford");
        var column = page.All("thead th").ToList().FindIndex(text => text.EndsWith('↓'));
        Assert.Equal("descending", page.Document.QuerySelectorAll("thead th")[column].GetAttribute("aria-sort"));
        Assert.Contains(rows[0][0], facts["Most"], StringComparison.Ordinal);
        Assert.Contains(rows[0][column], facts["Most"], StringComparison.Ordinal);
        Assert.Contains(rows.Last(row => row[column] != "not known")[column], facts["Least"], StringComparison.Ordinal);
        Assert.Contains("What this figure is not.", page.Text, StringComparison.Ordinal);
        Assert.Contains("not money spent in the ward", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ward_names_the_sources_of_its_lists_and_of_its_money()
    {
        var named = (await site.Open("/wards/bucklow-st-martins")).All("section[aria-labelledby=sources] li");
        Assert.All(
            ["Registered charities that work in Trafford", "Food banks and pantries in Trafford", "Allotments in Trafford: OpenStreetMap contributors", "Payments by Trafford Council to suppliers 2025-26", "Population by age"],
            title => Assert.Contains(named, line => line.StartsWith(title, StringComparison.Ordinal)));
        Assert.DoesNotContain(named, line => line.StartsWith("Community amateur sports clubs", StringComparison.Ordinal)); // none is based there
        Assert.Equal(named.Distinct(), named);
    }

    [Fact]
    public async Task A_second_click_on_a_head_turns_the_order_round()
    {
        var most = await (await site.Open("/wards")).Follow("People");
        var least = await most.Follow("People");
        Assert.Equal(most.Table("Wards of Trafford").Select(row => row[0]).Reverse(), least.Table("Wards of Trafford").Select(row => row[0]));
        Assert.Equal("Gorse Hill & Cornbrook", most.Table("Wards of Trafford")[0][0]);
        Assert.Equal("Hale Barns & Timperley South", least.Table("Wards of Trafford")[0][0]);
    }

    [Fact]
    public async Task Another_measure_can_be_put_on_the_map()
    {
        var page = await (await site.Open("/wards")).Press("Show", ("Show on the map", "Deprivation score"));
        Assert.Equal("Deprivation score by ward", page.All("svg > title").Single());
        Assert.Contains("Bucklow-St Martins: 41.6", page.All("svg a.area title"));
    }

    [Theory]
    [InlineData("/wards?sort=nonsense&first=nonsense&show=nonsense")]
    [InlineData("/wards?sort=%3Cscript%3E&show='")]
    public async Task Nonsense_in_the_address_shows_the_page_as_it_is(string url)
    {
        var page = await site.Open(url);
        Assert.Equal(200, page.Status);
        Assert.Equal("Altrincham", page.Table("Wards of Trafford")[0][0]);
        Assert.Empty(page.Document.QuerySelectorAll("main script"));
    }

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("json", "application/json")]
    public async Task The_table_can_be_taken_away(string format, string type)
    {
        var file = await (await site.Open("/wards?sort=people")).Follow(format switch { "csv" => "CSV", "xlsx" => "Excel", _ => "JSON" });
        Assert.Equal((200, type), (file.Status, file.Response.Content.Headers.ContentType!.MediaType));
        Assert.Contains($"trafford-wards.{format}", file.Response.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        if (format == "csv")
        {
            var lines = Encoding.UTF8.GetString(file.Body).Split("\r\n");
            Assert.StartsWith("\uFEFFKind,Code,Name,People,Groups based here", lines[0], StringComparison.Ordinal);
            Assert.StartsWith("Ward,E05015247,Gorse Hill & Cornbrook,13301,", lines[1], StringComparison.Ordinal);
            Assert.Equal(1 + 21 + 4, lines.Count(line => line.Length > 0));
        }
    }

    [Fact]
    public async Task A_ward_says_who_lives_there_what_is_there_and_where_it_lies()
    {
        var page = await site.Open("/wards/sale-moor");
        Assert.Equal("Sale Moor", page.Heading);
        Assert.Equal(["Children up to 15", "16 to 64", "65 and over"], page.Table("People by age").Select(row => row[0]));
        Assert.Equal(["2,643", "22.3%", "20.8%"], page.Table("People by age")[0].Skip(1));
        Assert.Equal(["Brooklands", "Sale Central"], page.All("section[aria-labelledby=next] li"));
        Assert.Equal("/localities/central", new Uri(page.Link("Central")).AbsolutePath);
        Assert.Contains("Deprivation in Sale Moor, by small area", page.All("svg > title"));
        Assert.Contains("the ward that had the same name in 2021", page.Text, StringComparison.Ordinal);
        Assert.Contains("Population by age, middle of 2024", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_groups_listed_are_those_with_an_address_there()
    {
        var expected = await site.InDb(async db =>
        {
            var place = await db.Places().SingleAsync();
            return await db.ListedOrganisations(place.Id).CountAsync(organisation => organisation.WardCode == "E05015255");
        });
        var page = await site.Open("/wards/sale-moor");
        Assert.Contains($"Groups with their address here: {expected}", page.All("h3"));
        Assert.InRange(expected, 9, 40);
    }

    [Theory]
    [InlineData("/wards/sale-moor")]
    [InlineData("/localities/central")]
    public async Task The_groups_of_an_area_can_be_taken_along(string url)
    {
        var page = await site.Open(url);
        var count = page.All("h3").Single(title => title.StartsWith("Groups with", StringComparison.Ordinal)).Split(": ")[1];
        var list = await site.Open(page.Document.QuerySelectorAll("section[aria-labelledby=there] a").First(link => link.TextContent.Contains("download", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Contains($"Download these {count} results:", list.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await list.Follow("CSV")).Status);
    }

    [Theory]
    [InlineData("/wards", "Wards of Trafford", "Altrincham")]
    [InlineData("/wards", "Localities of Trafford", "North")]
    public async Task The_number_of_groups_opens_the_list_of_as_many(string url, string table, string area)
    {
        var page = await site.Open(url);
        var row = page.Document.QuerySelectorAll("table").First(found => found.QuerySelector("caption")!.TextContent.Contains(table, StringComparison.Ordinal))
            .QuerySelectorAll("tbody tr").First(found => PageSeen.Tidy(found.QuerySelector("th")!.TextContent) == area);
        var link = row.QuerySelectorAll("td a")[0];
        var list = await site.Open(link.GetAttribute("href")!);
        Assert.Contains($"{PageSeen.Tidy(link.TextContent)} results", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ward_that_is_newer_than_the_census_says_so()
    {
        var page = await site.Open("/wards/timperley-north");
        Assert.Contains("there are no census figures to show for it", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ethnic group", page.All("summary"));
    }

    [Fact]
    public async Task A_locality_adds_up_its_wards()
    {
        var page = await site.Open("/localities/north");
        var people = await site.InDb(db => db.Set<AreaFigure>()
            .Where(figure => figure.Measure == Figures.Population)
            .Join(db.Set<Area>().Where(area => area.ParentCode == "E08000009-north" && area.Kind == AreaKind.Ward), figure => figure.AreaCode, area => area.Code, (figure, _) => figure.Value)
            .SumAsync());
        Assert.Contains(people.ToString("N0"), page.All(".stat .number"));
        Assert.Contains("Old Trafford", page.All("section[aria-labelledby=wards] li"));
    }

    [Fact]
    public async Task Money_of_a_locality_is_the_sum_of_its_wards_and_for_each_resident_lies_between_them()
    {
        var page = await site.Open("/wards?sort=money");
        var heads = page.All("thead th").Take(page.Document.QuerySelectorAll("table.areas")[0].QuerySelectorAll("thead th").Length).ToList();
        var (money, head) = (heads.FindIndex(text => text.StartsWith("Public money to groups, last whole year ↓", StringComparison.Ordinal)), heads.FindIndex(text => text.Contains("for each resident", StringComparison.Ordinal)));
        var north = await site.InDb(db => db.Set<Area>().Where(area => area.ParentCode == "E08000009-north" && area.Kind == AreaKind.Ward).Select(area => area.Name).ToListAsync());
        var wards = page.Table("Wards of Trafford").Where(row => north.Contains(row[0])).ToList();
        var locality = page.Table("Localities of Trafford").Single(row => row[0] == "North");
        Assert.InRange(Pounds(locality[money]), wards.Sum(row => Pounds(row[money])) - 3, wards.Sum(row => Pounds(row[money])) + 3);
        Assert.InRange(Pounds(locality[head]), wards.Min(row => Pounds(row[head])), wards.Max(row => Pounds(row[head])));
    }

    [Theory]
    [InlineData("/wards/nowhere")]
    [InlineData("/localities/sale-moor")]
    [InlineData("/hamlets/sale-moor")]
    public async Task A_ward_that_is_not_there_is_not_found(string url) => Assert.Equal(404, (await site.Open(url)).Status);

    [Fact]
    public async Task Every_ward_page_can_be_read_and_is_small()
    {
        var wards = await site.InDb(db => db.Set<Area>().Where(area => area.Kind == AreaKind.Ward || area.Kind == AreaKind.Locality).ToListAsync());
        foreach (var ward in wards)
        {
            var page = await site.Open($"/{(ward.Kind == AreaKind.Ward ? "wards" : "localities")}/{ward.Slug}");
            Assert.Equal((200, ward.Name), (page.Status, page.Heading));
            Assert.InRange(MapDrawingTests.Compressed(Encoding.UTF8.GetString(page.Body)), 1_000, 30_000);
            Assert.Empty(page.Document.QuerySelectorAll("main [style]"));
            var ids = page.Document.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
        }
    }

    [Fact]
    public async Task The_map_of_wards_weighs_less_than_eight_kilobytes()
    {
        var page = await site.Open("/wards");
        Assert.InRange(MapDrawingTests.Compressed(page.Document.QuerySelector("figure.area-map")!.OuterHtml), 1_000, 8_000);
    }

    [Fact]
    public async Task A_place_without_wards_says_how_to_bring_them_in()
    {
        await using var empty = new Site();
        await empty.Somewhere();
        var page = await empty.Open("/wards");
        Assert.Equal(200, page.Status);
        Assert.Contains("No wards are known yet", page.Text, StringComparison.Ordinal);
    }

    private static decimal Pounds(string text) => decimal.Parse(text.Replace("£", "", StringComparison.Ordinal), System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture);
}
