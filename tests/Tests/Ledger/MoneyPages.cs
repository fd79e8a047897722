using System.Text;

namespace Trellis.Tests.Ledger;

/// <summary>What a visitor reads on the pages about money; the sums are added up by hand.</summary>
public sealed class MoneyPages(SmallLedger ledger) : IClassFixture<SmallLedger>
{
    // Payments 1000 + 1000 - 250.50 + 99.99 + 400 = 2249.49; grants 2000 + 500.50 + 3000 = 5500.50.
    private const string All = "£7,749.99";

    [Fact]
    public async Task The_overview_says_how_much_there_is_and_how_much_of_it_is_kept_back()
    {
        var page = await ledger.Open("/money");
        Assert.Equal(200, page.Status);
        Assert.Equal("Public money in Trafford", page.Heading);
        Assert.Contains("8 rows", page.Text, StringComparison.Ordinal);
        Assert.Contains("with the name kept back", page.Text, StringComparison.Ordinal);
        Assert.Equal("£2,500.50", Bar(page, "2024-25"));
        Assert.Equal("£4,849.49", Bar(page, "2025-26"));
        Assert.Equal("£400", Bar(page, "2026-27"));
        Assert.Equal("£400", Bar(page, "Names kept back"));
        Assert.Equal("£99.99", Bar(page, "Others, mostly businesses"));
    }

    [Fact]
    public async Task Filters_combine_and_are_said_on_the_page_with_a_way_out()
    {
        var page = await ledger.Open("/money?year=2025-26&kind=payments&who=group");
        Assert.Equal(["2025-26 × (remove)", "Payments × (remove)", "Voluntary groups we know × (remove)"], page.All("ul.tags li"));
        Assert.Equal("£1,749.50", Bar(page, "Trafford Carers Centre"));
        var wider = await page.Follow("Payments × (remove)");
        Assert.Equal("£4,749.50", Bar(wider, "Trafford Carers Centre"));
        var narrowed = await page.Submit(("Year", "2024-25"), ("Kind", "Grants"), ("Who got it", "All"));
        Assert.Equal("£2,500.50", Bar(narrowed, "Trafford Metropolitan Borough Council"));
        Assert.Contains("No grant or payment fits", (await ledger.Open("/money?year=2019-20")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await ledger.Open("/money?year=%00&kind=7&funder=-1&programme=99999999999&ward=x&recipient=5000&who=1")).Status);
    }

    [Theory]
    [InlineData("year", 3)]
    [InlineData("funder", 2)]
    [InlineData("recipient", 4)]
    [InlineData("purpose", 5)]
    [InlineData("ward", 3)]
    [InlineData("kind", 2)]
    [InlineData("standing", 3)]
    public async Task Every_list_of_parts_adds_up_to_the_whole(string side, int parts)
    {
        var page = await ledger.Open("/money/by/" + side);
        Assert.Equal(200, page.Status);
        var rows = page.Table($"1 to {parts} of {parts}");
        Assert.Equal(parts, rows.Count);
        Assert.Equal(774999, rows.Sum(row => Pence(row[2])));
        Assert.Equal(8, rows.Sum(row => int.Parse(row[1])));
        Assert.Contains(All, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_total_opens_to_its_rows_and_a_row_to_the_payment_with_its_place_in_the_file()
    {
        var recipient = await (await ledger.Open("/money?who=group")).Follow("Trafford Carers Centre");
        Assert.Equal("Trafford Carers Centre", recipient.Heading);
        Assert.Contains("£6,749.50 of public money that we know of, in 5 rows", recipient.Text, StringComparison.Ordinal);
        Assert.Contains("It is called Trafford Carers.", recipient.Text, StringComparison.Ordinal);
        var rows = await recipient.Follow("All 5 rows");
        Assert.Equal(["-£250.50", "£3,000", "£1,000", "£1,000", "£2,000"], rows.Table("Latest first").Select(row => row[3]));
        var credit = await rows.Follow("-£250.50");
        Assert.Equal("Credit of £250.50 from Trafford Carers Centre", credit.Heading);
        Assert.Contains("spend.csv, row 4", credit.Text, StringComparison.Ordinal);
        Assert.Contains("321500", credit.Text, StringComparison.Ordinal);
        var grant = await rows.Follow("£2,000");
        Assert.Equal("Lunch club", grant.Heading);
        Assert.Contains("360G-x-1", grant.Text, StringComparison.Ordinal);
        Assert.Contains("grants.csv, row 2", grant.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_identical_rows_of_a_file_are_two_payments()
    {
        var rows = await ledger.Open("/money/rows?kind=payments&year=2025-26");
        Assert.Equal(2, rows.Table("Latest first").Count(row => row[3] == "£1,000"));
    }

    [Fact]
    public async Task The_flow_has_the_same_figures_in_its_table_as_the_whole()
    {
        var page = await ledger.Open("/money/flow");
        Assert.Equal(774999, page.Table("From funders to purposes").Sum(row => Pence(row[2])));
        Assert.Equal(774999, page.Table("From purposes to recipients").Sum(row => Pence(row[2])));
        Assert.NotNull(page.Document.QuerySelector("figure svg[role=img]"));
        var file = await page.Follow("CSV");
        Assert.Equal(page.Table("From funders to purposes").Count + page.Table("From purposes to recipients").Count + 1, Encoding.UTF8.GetString(file.Body).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("/money/flow", "", 2)]
    [InlineData("/money/flow?year=2025-26&kind=payments", "", 2)]
    [InlineData("/money/dependence", "", 3)]
    [InlineData("/money/dependence?who=group&year=2025-26", "", 3)]
    [InlineData("/money/dependence?funder=", "Trafford Metropolitan Borough Council", 3)]
    public async Task Each_amount_opens_to_rows_that_come_to_it(string url, string funder, int column)
    {
        var known = await ledger.Cube();
        var page = await ledger.Open(url + known.Funders.Where(one => one.Name == funder).Select(one => one.Id.ToString()).FirstOrDefault());
        var cells = page.Document.QuerySelectorAll("tbody tr").Where(row => row.Children.Length > column && row.QuerySelector("th a") is not null && row.Closest(".bars") is null).Select(row => row.Children[column]).ToList();
        Assert.NotEmpty(cells);
        foreach (var cell in cells)
        {
            var rows = await ledger.Open(Assert.IsAssignableFrom<AngleSharp.Html.Dom.IHtmlAnchorElement>(cell.QuerySelector("a[href^='/money/rows']")).GetAttribute("href")!);
            Assert.Equal(Pence(Support.PageSeen.Tidy(cell.TextContent)), rows.Table("Latest first").Sum(row => Pence(row[3])));
        }
    }

    [Fact]
    public async Task Dependence_says_how_much_went_to_names_that_are_kept_back()
    {
        Assert.Contains("Of the public money here, £400 (5%) went to names that the payer keeps back", (await ledger.Open("/money/dependence")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("keeps back", (await ledger.Open("/money/dependence?kind=grants")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dependence_names_the_largest_funder_and_its_share_in_the_order_of_names()
    {
        var page = await ledger.Open("/money/dependence");
        var table = page.Table("Groups and their largest funder");
        Assert.Equal(["Sale Choir", "Trafford Metropolitan Borough Council", "all of it", "£500.50"], table[0]);
        Assert.Equal(["Trafford Carers Centre", "Trafford Metropolitan Borough Council", "55.5%", "£6,749.50"], table[1]);
    }

    [Fact]
    public async Task A_page_of_dependence_that_is_there_no_longer_shows_the_last_group()
    {
        var page = await ledger.Open("/money/dependence?from=77");
        Assert.Equal("Trafford Carers Centre", Assert.Single(page.Table("Groups and their largest funder"))[0]);
        Assert.Contains("2 to 2 of 2", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a[rel=prev]"));
    }

    [Theory]
    [InlineData("/money/payments/99999")]
    [InlineData("/money/grants/99999")]
    [InlineData("/money/recipients/99999")]
    [InlineData("/money/by/weather")]
    [InlineData("/money/payments/x")]
    public async Task What_is_not_there_is_not_found(string url) => Assert.Equal(404, (await ledger.Open(url)).Status);

    private static string Bar(Support.PageSeen page, string label) => Support.PageSeen.Tidy(
        page.Document.QuerySelectorAll(".bars tbody tr").First(row => row.TextContent.Contains(label, StringComparison.Ordinal)).QuerySelector(".number")!.TextContent);

    private static long Pence(string pounds) => (long)(decimal.Parse(pounds.Replace("£", "", StringComparison.Ordinal), System.Globalization.NumberStyles.Number | System.Globalization.NumberStyles.AllowLeadingSign) * 100);
}
