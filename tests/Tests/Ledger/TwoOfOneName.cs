using Trellis.Groups.Contract;
using Trellis.Groups.Merging;
using Trellis.Groups.Record;
using Trellis.Ledger.Book;
using Trellis.Ledger.Coming;
using Trellis.Ledger.Totals;
using Trellis.Platform;
using Trellis.Platform.Places;
using Trellis.Tests.Groups;
using Trellis.Tests.Support;

namespace Trellis.Tests.Ledger;

/// <summary>A name that two may mean is joined to neither, whichever of them came first, and before or after the money.</summary>
public sealed class TwoOfOneName(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private const string Spend = "OrganisationLabel,BeneficiaryName,PaymentDate,TransactionNumber,Amount\nTrafford District Council,Sale Choral Society,2025-05-01,T1,50.00\n";
    private const string Grants =
        "Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name\n"
        + "g1,Songs,GBP,100,2024-05-01,GB-CHC-1111111,Sale Choral Society,GB-CHC-2222222,Big Fund\n";

    private Place place = null!;

    public async ValueTask InitializeAsync() => place = await site.MakePlace();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("one", "two", "money")]
    [InlineData("one", "money", "two")]
    [InlineData("money", "two", "one")]
    public async Task Whatever_the_order_the_money_is_with_neither_until_somebody_says_that_the_two_are_one(params string[] order)
    {
        foreach (var file in order)
        {
            await Bring(file);
        }

        var recipient = await Recipient("Sale Choral Society");
        Assert.Equal((null, null, null), (recipient.OrganisationId, recipient.MatchedBy, recipient.Reason));
        Assert.Equal(5000, (await Cube()).Total(new() { Standing = Standing.Unmatched }).Pence);

        var both = (await site.All<Organisation>()).Where(one => one.PlaceId == place.Id && one.Name == "Sale Choral Society").OrderBy(one => one.Postcode).ToList();
        var done = await site.With<MergeOrganisations, Result<Guid>>(verb => verb.Handle(new(place.Id, both[1].Id, both[0].Id, "tests", "Same"), default));
        Assert.Equal([], done.Problems);
        await Hear();
        Assert.Equal((both[1].Id, MatchedBy.Name), ((await Recipient("Sale Choral Society")).OrganisationId, (await Recipient("Sale Choral Society")).MatchedBy));
        Assert.Equal(5000, (await Cube()).Total(new() { Standing = Standing.Group }).Pence);
    }

    [Fact]
    public async Task The_totals_follow_and_a_second_look_changes_nothing()
    {
        await Bring("one");
        await Bring("money");
        Assert.Equal(5000, (await Cube()).Total(new() { Standing = Standing.Group }).Pence);
        var before = await Stamp();
        await Bring("two");
        var after = await Stamp();
        Assert.True(after > before);
        await Hear();
        Assert.Equal(after, await Stamp());
    }

    [Theory]
    [InlineData("GB-CHC-1111111")]
    [InlineData("")]
    public async Task What_a_number_or_the_record_of_a_list_holds_stays(string number)
    {
        await Bring("one");
        await site.Import(place, "360giving", Grants.Replace("GB-CHC-1111111", number, StringComparison.Ordinal), "grants");
        await Hear();
        var joined = (await Recipient("Sale Choral Society")).OrganisationId;
        Assert.NotNull(joined);
        await Bring("two");
        Assert.Equal(joined, (await Recipient("Sale Choral Society")).OrganisationId);
    }

    [Theory]
    [InlineData("council", "money")]
    [InlineData("money", "council")]
    public async Task A_payer_known_by_another_spelling_is_the_one_that_is_called_so_once_it_is_here(params string[] order)
    {
        await site.Import(place, "group-list", "name,postcode\nTrafford Council,M33 1AA\n", "known");
        foreach (var file in order)
        {
            await Bring(file);
        }

        var payer = (await site.All<Funder>()).Single(funder => funder.PlaceId == place.Id);
        Assert.Equal("Trafford District Council", (await site.All<Organisation>()).Single(one => one.Id == payer.OrganisationId).Name);
    }

    [Theory]
    [InlineData("city", "county", "money")]
    [InlineData("city", "money", "county")]
    public async Task Of_a_city_and_a_county_of_one_name_neither_is_taken_for_the_payer(params string[] order)
    {
        foreach (var file in order)
        {
            await Bring(file);
        }

        var payer = (await site.All<Funder>()).Single(funder => funder.PlaceId == place.Id);
        Assert.DoesNotContain((await site.All<Organisation>()).Where(one => one.Id == payer.OrganisationId), one => one.Name.Contains("City", StringComparison.Ordinal) || one.Name.Contains("County", StringComparison.Ordinal));
    }

    private async Task Bring(string file)
    {
        await (file switch
        {
            "one" => site.Import(place, "group-list", "name,postcode\nSale Choral Society,M33 1AA\n", file),
            "two" => site.Import(place, "group-list", "name,postcode\nSale Choral Society,BL1 1AA\n", file),
            "council" => site.Import(place, "group-list", "name,postcode\nTrafford District Council,BL1 1AB\n", file),
            "city" => site.Import(place, "group-list", "name,postcode\nTrafford City Council,M33 1AA\n", file),
            "county" => site.Import(place, "group-list", "name,postcode\nTrafford County Council,BL1 1AA\n", file),
            _ => site.Import(place, "council-spend", Spend, file),
        });
        await Hear();
    }

    private Task<bool> Hear() => site.With<LookAgain, bool>(async look =>
    {
        await look.Hear(new OrganisationsChanged(place.Id), default);
        return true;
    });

    private async Task<Recipient> Recipient(string name) => (await site.All<Recipient>()).Single(one => one.PlaceId == place.Id && one.Name == name);

    private Task<long> Stamp() => site.With<Trellis.Platform.Data.Stamps, long>(stamps => stamps.Read("ledger", default));

    private Task<Cube> Cube() => site.With<BuildCube, Cube>(build => build.For(place.Id, default));
}
