using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Ledger.Book;
using Trellis.Ledger.Coming;
using Trellis.Ledger.Totals;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;

namespace Trellis.Tests.Ledger;

/// <summary>Money on other pages: a group's section, the figures of wards, the files people take away.</summary>
public sealed class MoneyElsewhere(SmallLedger ledger) : IClassFixture<SmallLedger>
{
    [Fact]
    public async Task A_groups_page_gets_its_money_by_year_and_funder_with_one_plain_sentence_on_dependence()
    {
        var seen = Assert.IsType<Trellis.Ledger.Look.GroupMoneySeen>((await Section(ledger.Carers)).Model);
        Assert.Equal(new Sum(5, 674950), seen.Total);
        Assert.Equal(674950, seen.ByYear!.Rows.Sum(row => row.Value));
        Assert.Equal(674950, seen.ByFunder!.Rows.Sum(row => row.Value));
        Assert.Equal("56% of the public money that we know of comes from Trafford Metropolitan Borough Council.", seen.Dependence);
        Assert.All(seen.ByYear.Rows, row => Assert.StartsWith("/money/rows?", row.Url, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_group_that_nobody_paid_gets_a_section_that_says_so()
    {
        var seen = Assert.IsType<Trellis.Ledger.Look.GroupMoneySeen>((await Section(Guid.CreateVersion7())).Model);
        Assert.Null(seen.ByYear);
    }

    [Fact]
    public async Task Money_per_head_divides_the_money_of_a_wards_groups_by_its_people_in_the_latest_whole_year()
    {
        var here = await ledger.ThePlace();
        var values = await Measure("money-per-head", here);
        Assert.Equal(4750, values.Single(value => value.AreaCode == "E05000001").Value);
        Assert.Equal(0, values.Single(value => value.AreaCode == "E05000002").Value);
        Assert.Equal((long)Math.Round(474950 / 150m), values.Single(value => value.AreaCode is null).Value);
        Assert.Equal(200, (await ledger.Open(values[1].Url!)).Status);
    }

    [Fact]
    public async Task Grants_count_for_the_ward_they_say_they_are_for()
    {
        var values = await Measure("grants", await ledger.ThePlace());
        Assert.Equal(500000, values.Single(value => value.AreaCode == "E05000001").Value);
        Assert.Equal(50050, values.Single(value => value.AreaCode == "E05000002").Value);
    }

    [Theory]
    [InlineData("/money/rows.csv?kind=payments", 6)]
    [InlineData("/money/by/recipient.csv", 5)]
    [InlineData("/money/by/recipient.csv?q=CARERS", 2)]
    [InlineData("/money/dependence.csv", 3)]
    [InlineData("/money/dependence.csv?funder=77", 2)] // no row, but whose data it is
    [InlineData("/money/by/ward.csv?who=group", 3)]
    public async Task What_is_on_the_screen_can_be_taken_away_whole(string url, int lines)
    {
        var file = await ledger.Open(url);
        Assert.Equal(200, file.Status);
        Assert.Equal(lines, System.Text.Encoding.UTF8.GetString(file.Body).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("/money/rows.json", "application/json")]
    [InlineData("/money/rows.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("/money/flow.json", "application/json")]
    [InlineData("/money/by/funder.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task It_comes_in_the_form_that_was_asked_for(string url, string type) =>
        Assert.Equal(type, (await ledger.Open(url)).Response.Content.Headers.ContentType!.MediaType);

    [Fact]
    public async Task A_recipient_that_nobody_knew_is_joined_as_soon_as_the_place_knows_it()
    {
        await using var other = new SmallLedger();
        await other.InitializeAsync();
        var here = await other.ThePlace();
        Assert.Equal(9999, (await other.Cube()).Total(new() { Standing = Standing.Unmatched }).Pence);
        var spades = other.Known.Know("Green Spades Ltd");
        await using (var connection = await other.Data.Open(default))
        {
            await FewKnown.Insert(connection, here.Id, spades, "Green Spades", OrganisationKind.CommunityCompany, null, default);
        }

        await other.With<LookAgain, bool>(async look =>
        {
            await look.Hear(new(here.Id), default);
            await look.Hear(new(here.Id), default);
            return true;
        });
        var cube = await other.Cube();
        Assert.Equal(0, cube.Total(new() { Standing = Standing.Unmatched }).Pence);
        Assert.Equal("Green Spades", cube.Recipients[cube.Recipient(spades)!.Value].Name);
        Assert.Contains("Green Spades", (await other.Open("/money")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_account_is_the_sum_of_its_rows()
    {
        Assert.Equal(0, await ledger.Ask<long>(
            """
            SELECT COUNT(*) FROM ledger_account a WHERE a.pence <>
                COALESCE((SELECT SUM(p.amount_pence) FROM ledger_payment p WHERE p.account_id = a.id AND p.gone_on IS NULL), 0) * CASE a.kind WHEN 'Payments' THEN 1 ELSE 0 END
                + COALESCE((SELECT SUM(g.amount_pence) FROM ledger_grant g WHERE g.account_id = a.id AND g.gone_on IS NULL), 0) * CASE a.kind WHEN 'Grants' THEN 1 ELSE 0 END
            """));
        Assert.Equal(2, await ledger.InDb(db => Task.FromResult(db.Set<Intake>().Count())));
    }

    [Theory]
    [InlineData("Trafford Metropolitan Borough Council", "Trafford")]
    [InlineData("Trafford Council", "Trafford")]
    [InlineData("Manchester City Council", "Manchester")]
    [InlineData("Arts Council England", null)]
    [InlineData("Council", null)]
    public void A_council_is_known_under_the_other_ways_to_write_its_name(string name, string? core) => Assert.Equal(core, Payers.Core(name));

    private async Task<GroupSection> Section(Guid organisation)
    {
        await using var scope = ledger.Services.CreateAsyncScope();
        var sections = scope.ServiceProvider.GetServices<IGroupSections>().OfType<Trellis.Ledger.Look.GroupMoney>().Single();
        return Assert.Single(await sections.For(organisation, default));
    }

    private async Task<IReadOnlyList<MeasureValue>> Measure(string key, Place here)
    {
        await using var scope = ledger.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetServices<IMeasure>().Single(measure => measure.Key == key).Read(here, AreaKind.Ward, default);
    }
}
