using Trellis.Groups.Contract;
using Trellis.Groups.Merging;
using Trellis.Groups.Record;
using Trellis.Ledger.Coming;
using Trellis.Ledger.Totals;
using Trellis.Platform;
using Trellis.Platform.Places;
using Trellis.Tests.Groups;
using Trellis.Tests.Support;

namespace Trellis.Tests.Ledger;

/// <summary>Where two organisations become one, their money becomes one too, got and given; where they are parted again, so is it.</summary>
public sealed class MoneyFollowsMerges(Site site) : IClassFixture<Site>
{
    private const string Head = "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Recipient Org:Postal Code,Funding Org:Identifier,Funding Org:Name\n";

    private Dictionary<Guid, string> names = [];

    private Place place = null!;

    [Fact]
    public async Task What_was_got_and_given_goes_along_and_comes_back()
    {
        place = await site.MakePlace();
        var groups = await site.Import(place, "group-list", "name,postcode\nSale Choral Society,M33 1AA\nBroadheath Trust,WA14 4AA\n", "groups");
        Assert.Equal(2, groups.Report[Trellis.Platform.Exchange.Outcome.New]);
        await site.Import(
            place, "360giving", Head
            + "g1,Songs,,GBP,100,2024-05-01,360G-a,Altrincham Singers,WA14 1AA,GB-CHC-1111111,Big Fund\n"
            + "g2,More songs,,GBP,30,2024-06-01,360G-b,Sale Choral Society,M33 1AA,GB-CHC-2222222,Small Fund\n", "grants");
        names = (await site.All<Organisation>()).Where(one => one.PlaceId == place.Id).ToDictionary(one => one.Id, one => one.Name);
        Assert.Equal(["Altrincham Singers: 10000", "Sale Choral Society: 3000"], await Got());

        var (kept, merged) = (await Organisation("Sale Choral Society"), await Organisation("Altrincham Singers"));
        var merge = await Merge(kept, merged);
        var funders = await Merge(await Organisation("Big Fund"), await Organisation("Small Fund"));
        Assert.Equal(["Sale Choral Society: 13000"], await Got());
        Assert.Equal(["Big Fund: 13000"], await Gave());

        var chain = await Merge(await Organisation("Broadheath Trust"), kept); // what was carried once is carried on
        Assert.Equal(["Broadheath Trust: 13000"], await Got());
        await Undo(chain);
        Assert.Equal(["Sale Choral Society: 13000"], await Got());

        await Undo(merge);
        await Undo(funders);
        Assert.Equal(["Altrincham Singers: 10000", "Sale Choral Society: 3000"], await Got());
        Assert.Equal(["Big Fund: 10000", "Small Fund: 3000"], await Gave());
    }

    private async Task<Guid> Merge(Organisation keep, Organisation merge)
    {
        var done = await site.With<MergeOrganisations, Result<Guid>>(verb => verb.Handle(new(place.Id, keep.Id, merge.Id, "tests", "Same"), default));
        Assert.Equal([], done.Problems);
        await Hear();
        return done.Value;
    }

    private async Task Undo(Guid merge)
    {
        Assert.True((await site.With<UndoMerge, Result<Guid>>(undo => undo.Handle(place.Id, merge, "tests", default))).Succeeded);
        await Hear();
    }

    private Task<bool> Hear() => site.With<LookAgain, bool>(async look =>
    {
        await look.Hear(new OrganisationsChanged(place.Id), default);
        return true;
    });

    /// <summary>By the name that it had before anything was merged.</summary>
    private async Task<Organisation> Organisation(string name) => (await site.All<Organisation>()).Single(one => one.PlaceId == place.Id && names[one.Id] == name);

    private async Task<List<string>> Got()
    {
        var cube = await Cube();
        return [.. cube.By(Side.Recipient, MoneyFilter.Everything).Select(slice => $"{names[cube.Recipients[slice.Key].OrganisationId!.Value]}: {slice.Sum.Pence}").Order(StringComparer.Ordinal)];
    }

    private async Task<List<string>> Gave()
    {
        var cube = await Cube();
        return [.. cube.By(Side.Funder, MoneyFilter.Everything).Select(slice => $"{names[cube.Funders[slice.Key].OrganisationId!.Value]}: {slice.Sum.Pence}").Order(StringComparer.Ordinal)];
    }

    private Task<Cube> Cube() => site.With<BuildCube, Cube>(build => build.For(place.Id, default));
}
