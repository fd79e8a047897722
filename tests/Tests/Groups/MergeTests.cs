using Trellis.Groups.Contract;
using Trellis.Groups.Merging;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups;

public sealed class MergeTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private Place place = null!;
    private Organisation kept = null!;
    private Organisation merged = null!;

    public async ValueTask InitializeAsync()
    {
        place = await site.MakePlace();
        await site.Import(place, "group-list", $"name,charity number,website,postcode\nSale Choral Society,{Number(1)},https://choral.example.org,M33 1AA\n", "one", new(2024, 1, 1));
        await site.Import(place, "group-list", $"name,charity number,telephone,postcode\nAltrincham Singers,{Number(2)},0161 912 2000,WA14 1AA\n", "two", new(2025, 1, 1));
        (kept, merged) = (await Organisation("Sale Choral Society"), await Organisation("Altrincham Singers"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task One_organisation_has_all_that_was_said_of_both_and_the_old_address_leads_to_it()
    {
        Assert.True((await Merge()).Succeeded);
        var one = await Organisation("Altrincham Singers", kept.Id);
        Assert.Equal(("https://choral.example.org", "0161 912 2000"), (one.Website, one.Telephone));
        Assert.Equal(2, (await site.All<Identifier>()).Count(code => code.OrganisationId == kept.Id));
        Assert.False((await site.All<Organisation>()).Single(organisation => organisation.Id == merged.Id).IsListed);
        var match = (await site.With<Organisations, WhoIsWho>(known => known.Load(place.Id, default))).Find("Altrincham Singers", [], null);
        Assert.Equal(kept.Id, match!.OrganisationId);
    }

    [Fact]
    public async Task Undoing_it_puts_back_exactly_what_was()
    {
        var before = await Snapshot();
        var merge = (await Merge()).Value;
        Assert.NotEqual(before, await Snapshot());
        Assert.True((await Undo(merge)).Succeeded);
        Assert.Equal(before, await Snapshot());
        Assert.False((await Undo(merge)).Succeeded);
    }

    [Fact]
    public async Task What_came_after_the_merge_stays_where_it_came()
    {
        var merge = (await Merge()).Value;
        await site.Import(place, "group-list", $"name,charity number\nSale Choral,{Number(1)}\n", "three", new(2026, 1, 1));
        Assert.True((await Undo(merge)).Succeeded);
        Assert.Contains("Sale Choral", (await site.All<Name>()).Where(name => name.OrganisationId == kept.Id).Select(name => name.Text));
        Assert.Equal(["Altrincham Singers"], (await site.All<Name>()).Where(name => name.OrganisationId == merged.Id).Select(name => name.Text));
    }

    [Fact]
    public async Task A_later_file_of_the_merged_one_goes_to_the_one_that_was_kept()
    {
        await Merge();
        var again = await site.Import(place, "group-list", $"name,charity number,telephone,postcode\nAltrincham Singers,{Number(2)},0161 912 3000,WA14 1AA\n", "two", new(2026, 1, 1));
        Assert.Equal([0, 1, 0, 0, 0], again.Report.Counts());
        Assert.Equal("0161 912 3000", (await site.All<Organisation>()).Single(one => one.Id == kept.Id).Telephone);
    }

    [Fact]
    public async Task What_cannot_be_merged_is_refused_in_a_sentence()
    {
        Assert.Contains("itself", (await Merge(kept.Id, kept.Id)).Problems.Single().Message, StringComparison.Ordinal);
        await Merge();
        Assert.Contains("part of another", (await Merge()).Problems.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_look_alike_become_one_when_a_person_says_so()
    {
        await site.Import(place, "group-list", "name,postcode\nSale Choral Society,BN1 1AA\n", "far");
        var likeness = (await site.All<Likeness>()).Single(one => one.OrganisationId == kept.Id);
        await site.With<DecideLikeness, Result<Guid>>(decide => decide.Handle(place.Id, likeness.Id, Decision.Same, "a worker", default));
        Assert.Single(await site.All<Organisation>(), one => one.PlaceId == place.Id && one.Name == "Sale Choral Society" && one.IsListed);
        Assert.Equal(Decision.Same, (await site.All<Likeness>()).Single(one => one.Id == likeness.Id).Decision);
    }

    private static string Number(int at) => (1_100_000 + at).ToString();

    private Task<Result<Guid>> Merge() => Merge(kept.Id, merged.Id);

    private Task<Result<Guid>> Merge(Guid keep, Guid merge) =>
        site.With<MergeOrganisations, Result<Guid>>(work => work.Handle(new(place.Id, keep, merge, "a worker", "The same choir."), default));

    private Task<Result<Guid>> Undo(Guid merge) => site.With<UndoMerge, Result<Guid>>(work => work.Handle(place.Id, merge, "a worker", default));

    private async Task<Organisation> Organisation(string name, Guid? id = null) =>
        (await site.All<Organisation>()).Single(one => one.PlaceId == place.Id && one.Name == name && (id is null || one.Id == id) && one.MergedIntoId is null);

    /// <summary>All that can be seen of the place's organisations, but for the counters of changes.</summary>
    private async Task<string> Snapshot()
    {
        var organisations = (await site.All<Organisation>()).Where(one => one.PlaceId == place.Id).OrderBy(one => one.Id).ToList();
        var names = (await site.All<Name>()).ToLookup(name => name.OrganisationId, name => $"{name.Kind} {name.Text}");
        var codes = (await site.All<Identifier>()).ToLookup(code => code.OrganisationId, code => code.Code);
        var records = (await site.All<SourceRecord>()).ToLookup(record => record.OrganisationId, record => record.Key);
        return string.Join('\n', organisations.Select(one => string.Join(
            '|', one.Id, one.Slug, one.Name, one.Kind, one.Status, one.IsListed, one.Website, one.Telephone, one.Postcode, one.MergedIntoId,
            string.Join(',', names[one.Id].Order()), string.Join(',', codes[one.Id].Order()), string.Join(',', records[one.Id].Order()))));
    }
}
