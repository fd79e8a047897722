using Trellis.Groups.Contract;
using Trellis.Ledger.Book;
using Trellis.Ledger.Rows;
using Trellis.Ledger.Totals;

namespace Trellis.Tests.Ledger;

/// <summary>A group that got 5,000 and granted 2,000 of it on: what its pages, the rows and the totals say of it.</summary>
public sealed class PassedOnPages : LedgerPlace, IAsyncLifetime
{
    private const string Grants =
        """
        Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name
        g1,Care,GBP,5000,2024-05-01,GB-CHC-1,Carers,GB-CHC-2,Big Fund
        g2,Care too,GBP,1500,2024-05-02,GB-CHC-1,Carers,GB-CHC-3,Small Fund
        g3,Tea,GBP,2000,2024-06-01,GB-CHC-4,Tea Club,GB-CHC-1,Carers
        g4,Cake,GBP,300,2025-06-01,GB-CHC-4,Tea Club,GB-CHC-1,Carers

        """;

    private readonly Guid carers = Guid.CreateVersion7();

    public async ValueTask InitializeAsync()
    {
        var here = await ThePlace();
        await using (var connection = await Data.Open(default))
        {
            await FewKnown.Insert(connection, here.Id, carers, "Carers", OrganisationKind.Charity, null, default);
        }

        Known.Know("GB-CHC-1", carers);
        await ImportText(Grants, "360giving", "grants");
    }

    [Fact]
    public async Task The_page_of_who_passed_it_on_has_all_that_it_got_and_says_what_it_gave()
    {
        var page = await (await this.Open("/money/by/recipient")).Follow("Carers");
        Assert.Contains("£6,500 of public money that we know of, in 2 rows", page.Text, StringComparison.Ordinal);
        Assert.Contains("Of this, £2,000 was granted on", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("−", page.Text, StringComparison.Ordinal);
        var dependence = new List<Dependence>();
        var cube = await Cube();
        Dependence.Each(cube, new() { Recipient = cube.Recipients.Single(one => one.OrganisationId == carers).Id }, dependence.Add);
        Assert.Equal(769, Assert.Single(dependence).Permille);
    }

    [Fact]
    public async Task The_rows_come_to_what_they_come_to_and_the_total_counts_a_pound_once()
    {
        var rows = await this.Open("/money/rows");
        Assert.Contains("4 rows that come to £8,800", rows.Text, StringComparison.Ordinal);
        Assert.Contains("£2,000 reached one body and was granted on", rows.Text, StringComparison.Ordinal);
        Assert.Equal(680_000, (await Cube()).Total(MoneyFilter.Everything).Pence);
        Assert.DoesNotContain("granted on", (await this.Open("/money/rows?year=2025-26")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_of_one_year_opens_to_the_recipient_in_that_year()
    {
        var page = await (await this.Open("/money?year=2025-26")).Follow("Tea Club");
        Assert.Contains("£300 of public money that we know of, in one row", page.Text, StringComparison.Ordinal);
        Assert.Equal(["2025-26 × (remove)"], page.All("ul.tags li"));
        Assert.Contains("£2,300 of public money", (await page.Follow("2025-26 × (remove)")).Text, StringComparison.Ordinal);
        Assert.Contains("No rows here", (await this.Open(page.Response.RequestMessage!.RequestUri!.AbsolutePath + "?year=1999-00")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_an_import_that_has_just_ended_wait_for_their_totals()
    {
        var before = await Cube();
        await ImportText(Grants + "g5,New,GBP,1,2025-07-01,GB-CHC-9,New Club,GB-CHC-2,Big Fund\n", "360giving", "grants");
        Assert.Equal([30_000L, 200_000, 150_000], (await With<ReadRows, IReadOnlyList<MoneyRow>>(rows => rows.Page(before, MoneyFilter.Everything, null, 3, default))).Select(row => row.Pence));
        Assert.Equal(4, await With<ReadRows, int>(async rows => await rows.All(before, MoneyFilter.Everything, default).CountAsync()));
        Assert.Equal(5, await With<ReadRows, int>(async rows => await rows.All(await Cube(), MoneyFilter.Everything, default).CountAsync()));
    }
}
