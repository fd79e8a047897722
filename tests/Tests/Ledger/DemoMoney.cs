using System.Globalization;
using System.IO.Compression;
using Sylvan.Data.Csv;
using Trellis.Tests.Support;

namespace Trellis.Tests.Ledger;

/// <summary>The money of the place that comes with Trellis, beside a plain reading of its files.</summary>
public sealed class DemoMoney(DemoSite demo)
{
    [Fact]
    public async Task Grants_and_payments_are_what_a_plain_sum_of_the_files_says()
    {
        var page = await demo.Open("/money/by/kind");
        var table = page.Table("1 to 2 of 2").ToDictionary(row => row[0], row => (Rows: row[1], Pounds: row[2]));
        Assert.Equal(("279,819", Pounds(Payments("supplier-spend-2025-26.zip") + Payments("supplier-spend-2026-27.zip"))), table["Payments"]);
        Assert.Equal(("555", Pounds(Plain(File.OpenText(LedgerPlace.Demo("trafford-council-grants.csv")), "Amount Awarded"))), table["Grants"]);
    }

    [Fact]
    public async Task The_council_is_one_body_whether_it_gives_or_pays()
    {
        var page = await demo.Open("/money/by/funder");
        Assert.Equal("Trafford Council", Assert.Single(page.Table("1 to 1 of 1"))[0]);
    }

    [Fact]
    public async Task The_carers_centre_is_found_under_the_name_in_the_spending_file_and_one_figure_opens_to_a_payment()
    {
        var list = await demo.Open("/money/by/recipient?who=group&q=carers");
        var carers = await list.Follow("Trafford Carers Centre");
        Assert.Contains("The same name", carers.Text, StringComparison.Ordinal);
        var lastYear = await carers.Follow("2025-26");
        Assert.Equal(200, lastYear.Status);
        var rows = await (await demo.Open("/money/by/recipient?year=2025-26&who=group&q=Trafford+Carers")).Follow("19");
        Assert.Equal(19, rows.Table("Latest first").Count);
        var payment = await rows.Follow(rows.Table("Latest first")[0][3]);
        Assert.Contains("supplier-spend-2025-26", payment.Text, StringComparison.Ordinal);
        Assert.Contains("Open Government Licence", payment.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trafford-carers-centre", "Grants by Trafford Council to voluntary groups; Payments by Trafford Council to suppliers 2025-26; Payments by Trafford Council to suppliers 2026-27")]
    [InlineData("abbey-rd-street-party", "Grants by Trafford Council to voluntary groups")]
    [InlineData("altrincham-methodist-church", "Payments by Trafford Council to suppliers 2025-26")]
    [InlineData("dukinfield-baptist-church-trust-funds-held-icw", "")]
    public async Task The_page_of_a_group_names_the_files_that_its_money_stands_in_and_no_others(string slug, string titles)
    {
        var page = await demo.Open("/groups/" + slug);
        Assert.Equal(titles, string.Join("; ", page.All("section[aria-labelledby=sources] li > a").Where(title => title.Contains("by Trafford Council", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("/money", "How the money flows")]
    [InlineData("/money/flow", "Public money in Trafford")]
    [InlineData("/money/rows", "Public money in Trafford")]
    public async Task The_figures_are_narrowed_on_the_page_itself_and_stay_so_on_the_next(string from, string next)
    {
        var page = await (await demo.Open(from)).Press("Show", ("Who got it", "Voluntary groups we know"));
        Assert.StartsWith(from + "?", page.Response.RequestMessage!.RequestUri!.PathAndQuery, StringComparison.Ordinal);
        Assert.Contains("Voluntary groups we know", page.All("ul.tags a.tag").Single(), StringComparison.Ordinal);
        var on = await page.Follow(next == "How the money flows" ? "See how it flows" : "Public money");
        Assert.Equal(next, on.Heading);
        Assert.Contains("who=group", on.Response.RequestMessage!.RequestUri!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_ward_of_the_map_has_its_money_and_the_rest_is_said_to_be_in_none()
    {
        var page = await demo.Open("/money/by/ward");
        Assert.Contains("No known ward", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("Pounds", PageSeen.Tidy(page.Document.QuerySelector(".map-key")!.TextContent), StringComparison.Ordinal);
    }

    private static long Payments(string zip)
    {
        using var archive = ZipFile.OpenRead(LedgerPlace.Demo(zip));
        return Plain(new StreamReader(archive.Entries[0].Open()), "Amount");
    }

    private static long Plain(StreamReader file, string heading)
    {
        using var csv = CsvDataReader.Create(file);
        var pence = 0L;
        while (csv.Read())
        {
            pence += (long)(decimal.Parse(csv.GetString(csv.GetOrdinal(heading)), CultureInfo.InvariantCulture) * 100);
        }

        return pence;
    }

    private static string Pounds(long pence) => new Trellis.Platform.Money(pence).ToString();
}
