using System.Text;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Ledger;

/// <summary>The search narrowed to those who got money from somebody.</summary>
public sealed class FundedByTests(DemoSite site) : IClassFixture<DemoSite>
{
    private const string Council = "Trafford Council";

    [Fact]
    public async Task Who_was_funded_is_counted_as_a_plain_question_to_the_tables_counts_it()
    {
        using var database = new Database(site.Database.Connection);
        await using var connection = await database.Open(default);
        var right = await connection.Value<long>(
            """
            SELECT COUNT(*) FROM groups_organisation WHERE is_listed AND merged_into_id IS NULL AND id IN (
                SELECT r.organisation_id
                FROM ledger_recipient r JOIN ledger_account a ON a.recipient_id = r.id JOIN ledger_funder f ON f.id = a.funder_id
                WHERE a.row_count > 0 AND f.name LIKE 'Trafford%')
            """, default);

        var narrowed = await Narrow(await site.Open("/groups"), Council);

        Assert.StartsWith($"{right:N0} results", narrowed.All("p.lead")[0], StringComparison.Ordinal);
        Assert.Equal(Council, narrowed.Document.QuerySelector("input[name=funded-by]")!.GetAttribute("value"));
        Assert.Equal(["Funded by: " + Council + " × (remove)", "Remove all"], narrowed.All("ul.tags li"));
        var csv = Encoding.UTF8.GetString((await narrowed.Follow("CSV")).Body);
        var all = Encoding.UTF8.GetString((await site.Open("/groups.csv")).Body);
        Assert.Equal(right, csv.TrimEnd().Split("\r\n").Length - 1);
        Assert.True(csv.Length < all.Length / 2);
    }

    [Fact]
    public async Task Each_one_found_says_on_its_page_that_the_funder_gave()
    {
        var narrowed = await Narrow(await site.Open("/groups?q=carers"), Council);
        var groups = narrowed.Document.QuerySelectorAll("ul.results h3 a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.NotEmpty(groups);
        foreach (var group in groups)
        {
            Assert.Contains(Council, (await site.Open(group)).All("table[aria-label='By funder'] tbody th"));
        }
    }

    [Fact]
    public async Task A_funder_that_came_in_a_moment_ago_is_there_to_narrow_by()
    {
        var path = Path.Combine(Scratch.Folder("funded"), "new.csv");
        await File.WriteAllTextAsync(path, """
            Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name
            360G-q-1,Reserve,,GBP,10,2026-05-01,GB-CHC-214927,The Cheshire Wildlife Trust Limited,GB-CHC-999999,Quixotic Fund
            360G-q-2,Nobody,,GBP,10,2026-05-01,,Nobody whom anybody knows,GB-CHC-999999,Quixotic Fund
            """);
        await site.Open("/groups"); // the index is there before the money
        var place = await site.With<Here, Place>(here => here.RequirePlace(default));
        var result = await site.With<RunImport, Result<RunImport.Account>>(run =>
            run.Handle(place, new(path, SourceDetails.OwnFile(path), "360giving", false, "test", _ => { }), default));
        Assert.True(result.Succeeded);

        var page = await Soon.Until(async () => await site.Open("/groups?q=wildlife") is var seen && seen.All("nav.facets a").Any(words => words.StartsWith("Quixotic Fund", StringComparison.Ordinal)) ? seen : null);
        var narrowed = await Narrow(page, "Quixotic Fund");

        Assert.StartsWith("1 result", narrowed.All("p.lead")[0], StringComparison.Ordinal);
        Assert.Equal(["The Cheshire Wildlife Trust Limited"], narrowed.All("ul.results h3"));
    }

    private static Task<PageSeen> Narrow(PageSeen page, string funder)
    {
        var facet = page.Document.QuerySelectorAll("nav.facets details").Single(details => details.QuerySelector("summary")!.TextContent == "Funded by");
        return page.Follow(PageSeen.Tidy(facet.QuerySelectorAll("a").Single(link => link.TextContent.StartsWith(funder, StringComparison.Ordinal)).TextContent));
    }
}
