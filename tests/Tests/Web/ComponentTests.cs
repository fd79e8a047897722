using AngleSharp.Dom;
using Trellis.Tests.Support;

namespace Trellis.Tests.Web;

/// <summary>The components as the page of all components shows them.</summary>
public sealed class ComponentTests(Site site) : IClassFixture<Site>
{
    private const string Page = "/about/look";

    [Fact]
    public async Task A_form_that_another_site_sends_is_refused_with_a_page()
    {
        var visitor = site.Visit();
        await visitor.Open(Page);
        using var sent = new HttpRequestMessage(HttpMethod.Post, Page) { Content = new FormUrlEncodedContent([new("Form.Name", "Choir")]) };
        var page = await visitor.Send(sent);
        Assert.Equal(400, page.Status);
        Assert.NotEmpty(page.Heading);
    }

    [Fact]
    public async Task A_bar_chart_is_the_table_that_says_the_same()
    {
        var page = await site.Open(Page);
        var table = page.Document.QuerySelector("table.bars[aria-label='Grants by programme']")!;
        Assert.Equal(["Programme", "Granted"], table.QuerySelectorAll("th[scope=col]").Select(th => th.TextContent));
        Assert.Equal("£201,100", table.QuerySelectorAll("tbody tr")[1].QuerySelector("td.number")!.TextContent);
        Assert.Equal("/about/look#bars", table.QuerySelector("th[scope=row] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_cannot_be_split_is_set_apart_from_the_other_bars()
    {
        var rest = (await site.Open(Page)).Document.QuerySelectorAll("table.bars tr.rest").Single();
        Assert.Contains("Not joined to a group", rest.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_drawn_as_grids_keep_their_roles()
    {
        var page = await site.Open(Page);
        foreach (var table in page.Document.QuerySelectorAll("table.bars"))
        {
            Assert.Equal("table", table.GetAttribute("role"));
            Assert.All(table.QuerySelectorAll("tr"), row => Assert.Equal("row", row.GetAttribute("role")));
            Assert.All(table.QuerySelectorAll("td"), cell => Assert.Equal("cell", cell.GetAttribute("role")));
        }
    }

    [Fact]
    public async Task A_line_chart_has_its_figures_as_a_table_and_links_people_can_reach()
    {
        var page = await site.Open(Page);
        var figure = page.Document.QuerySelector("#lines figure")!;
        Assert.Equal("group", figure.QuerySelector("svg[aria-label]")!.GetAttribute("role"));
        Assert.Equal("Paid, 2019: £812,000", figure.QuerySelector("svg a[aria-label^=Paid]")!.GetAttribute("aria-label"));
        var rows = page.Table("Paid and granted by year");
        Assert.Equal(6, rows.Count);
        Assert.Equal(["2020", "£934,000", "not known"], rows[1]);
    }

    [Fact]
    public async Task Lines_differ_in_mark_as_well_as_in_colour()
    {
        var marks = (await site.Open(Page)).Document.QuerySelectorAll("#lines .legend path").Select(path => path.GetAttribute("d")).ToList();
        Assert.Equal(2, marks.Count);
        Assert.Equal(marks.Count, marks.Distinct().Count());
    }

    [Fact]
    public async Task A_dumbbell_says_not_known_where_nothing_is_known()
    {
        var row = (await site.Open(Page)).Document.QuerySelectorAll("table.dumbbell tbody tr")[2];
        Assert.Equal(["not known", "21%"], row.QuerySelectorAll("td.number").Select(cell => cell.TextContent));
        Assert.Null(row.QuerySelector(".rod"));
    }

    [Fact]
    public async Task A_chosen_facet_says_so_in_words()
    {
        var page = await site.Open(Page);
        var chosen = page.Document.QuerySelector(".facets a[aria-current=true]")!;
        Assert.Contains("follow to remove", chosen.TextContent, StringComparison.Ordinal);
        Assert.Equal([true, false], page.Document.QuerySelectorAll(".facets details").Select(details => details.HasAttribute("open")));
    }

    [Fact]
    public async Task The_way_here_the_pages_and_the_downloads_are_links()
    {
        var page = await site.Open(Page);
        Assert.Equal(["Home", "About"], page.All("nav.crumbs a"));
        Assert.EndsWith("?after=2", page.Link("Next page"), StringComparison.Ordinal);
        Assert.Equal(["CSV", "Excel", "JSON"], page.All(".downloads a"));
    }

    [Fact]
    public async Task A_fact_names_its_source_and_date()
    {
        var source = (await site.Open(Page)).Document.QuerySelector("dl.facts .source")!;
        Assert.Equal("Register of charities, April 2023", source.TextContent);
        Assert.Equal("2023-04-01", source.QuerySelector("time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task Every_field_has_a_label_and_its_hint()
    {
        var page = await site.Open(Page);
        foreach (var input in page.Document.QuerySelectorAll("form[method=post] :is(input:not([type=hidden]), textarea)"))
        {
            Assert.Single(page.Document.QuerySelectorAll($"label[for='{input.Id}']"));
        }

        Assert.Equal("As its members call it", page.Document.GetElementById(page.Document.GetElementById("Form-Name")!.GetAttribute("aria-describedby")!)!.TextContent);
    }

    [Fact]
    public async Task A_refused_answer_is_named_above_and_beside_its_field_and_what_was_typed_stays()
    {
        var page = await (await site.Open(Page)).Press("Save and go on", ("What it does", "Sings \"<b>loud</b>\""), ("Large", "on"), ("Sunday", "on"));
        Assert.Equal(["Enter the name of the group"], page.Problems);
        Assert.EndsWith("#Form-Name", page.Link("Enter the name of the group"), StringComparison.Ordinal);
        var input = page.Document.GetElementById("Form-Name")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("Form-Name-hint Form-Name-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("Sings \"<b>loud</b>\"", page.Document.GetElementById("Form-About")!.TextContent);
        Assert.Equal(["large", "sun"], page.Document.QuerySelectorAll("input[checked]").Select(box => box.GetAttribute("value")));
    }

    [Fact]
    public async Task Nothing_is_styled_or_scripted_in_place()
    {
        var page = await site.Open(Page);
        Assert.Empty(page.Document.QuerySelectorAll("[style], style, script, [onclick]"));
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        var ids = page.Document.QuerySelectorAll("[id]").Select(found => found.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }
}
