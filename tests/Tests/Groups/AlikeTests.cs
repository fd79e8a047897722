using Trellis.Groups.Merging;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Audit;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups;

/// <summary>Entries of which a file cannot say whether they are one group are shown to a worker side by side, and what is said can be taken back.</summary>
public sealed class AlikeTests(Site site) : Scene(site)
{
    private readonly Site site = site;
    private readonly string name = $"Thornfield {Guid.CreateVersion7().ToString("n")[^10..]} Society";
    private readonly string nearBy = $"M33 {Random.Shared.Next(1, 10)}{Letter()}{Letter()}";
    private readonly string farAway = $"BN{Random.Shared.Next(10, 45)} {Random.Shared.Next(1, 10)}{Letter()}{Letter()}"; // of its own, so that no other test's group is at the same

    [Fact]
    public async Task One_group_is_made_of_two_and_taken_apart_again_and_then_they_are_two()
    {
        var worker = await Alike();
        var page = await Find(worker, name);
        Assert.Equal(["Kind", "Postcode", "Website", "Telephone", "Says who"], page.Table("side by side").Select(row => row[0]));
        Assert.Equal(["Telephone", "0161 912 0066", "–"], page.Table("side by side")[3]);
        Assert.Contains("The same name", page.All("p.notice").Single(), StringComparison.Ordinal);

        Assert.Equal(302, (await page.Press("One group")).Status);
        Assert.Contains("https://far.example.org", Assert.Single(await Listed()).Website, StringComparison.Ordinal);
        var after = await worker.Open("/work/alike");
        Assert.DoesNotContain(name, string.Join(';', after.All("table")), StringComparison.Ordinal);
        Assert.Contains($"{name} is a part of it since", after.Text, StringComparison.Ordinal);

        Assert.Equal(302, (await after.Press("Take apart again: " + name)).Status);
        Assert.Equal(2, (await Listed()).Count);
        var apart = await worker.Open("/work/alike");
        Assert.Contains($"Not the same as {name}, as was said on", apart.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(name, string.Join(';', apart.All("table")), StringComparison.Ordinal);
        Assert.Equal(
            ["/work/alike Added Merge", "/work/alike Changed Likeness", "/work/alike Removed Merge"],
            (await site.All<AuditEntry>()).Where(one => one.Act.StartsWith("/work/alike", StringComparison.Ordinal)).Select(one => $"{one.Act} {one.RecordKind}").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_groups_are_not_asked_about_again_until_somebody_takes_it_back()
    {
        var worker = await Alike();
        Assert.Equal(302, (await (await Find(worker, name)).Press("Two groups")).Status);
        var after = await worker.Open("/work/alike");
        Assert.DoesNotContain(name, string.Join(';', after.All("table")), StringComparison.Ordinal);
        await Far("0161 912 0077", new(2026, 9, 1));
        Assert.DoesNotContain(name, string.Join(';', (await worker.Open("/work/alike")).All("table")), StringComparison.Ordinal);
        Assert.Equal(302, (await after.Press("Ask again: " + name)).Status);
        Assert.Contains(name, string.Join(';', (await Find(worker, name)).All("table")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_decides_second_is_told_and_changes_nothing()
    {
        var (first, second) = (await Alike(), await Worker());
        var (one, other) = (await Find(first, name), await Find(second, name));
        Assert.Equal(302, (await one.Press("Two groups")).Status);
        var refused = await other.Press("One group");
        Assert.Equal(422, refused.Status);
        Assert.Contains("Somebody else has decided this meanwhile.", Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.Equal(2, (await Listed()).Count);
        Assert.Equal(302, (await (await Find(first, null)).Press("Ask again: " + name)).Status);
        Assert.Equal(302, (await one.Press("Two groups")).Status);
        Assert.Equal(302, (await one.Press("Two groups")).Status); // pressed twice
    }

    [Fact]
    public async Task A_pair_of_another_place_is_none_here()
    {
        await Alike();
        var pair = (await site.All<Likeness>()).Last();
        var elsewhere = await site.MakePlace();
        foreach (var decision in new[] { Decision.Same, Decision.Different })
        {
            var refused = await site.With<DecideLikeness, Result<Guid>>(decide => decide.Handle(elsewhere.Id, pair.Id, decision, "a worker", default));
            Assert.Equal("There is no such question.", Assert.Single(refused.Problems).Message);
        }

        Assert.Equal(Decision.Waiting, (await site.All<Likeness>()).Single(one => one.Id == pair.Id).Decision);
    }

    [Fact]
    public async Task What_is_put_off_waits_and_can_be_come_back_to()
    {
        var worker = await Alike();
        var waiting = (await site.All<Likeness>()).Count(one => one.Decision == Decision.Waiting);
        var last = await worker.Open($"/work/alike?later={waiting}");
        Assert.Contains("These are all, but for those that you have put off.", last.Text, StringComparison.Ordinal);
        Assert.Contains("side by side", (await last.Follow("See the ")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await worker.Open("/work/alike?later=-5")).Status);
        Assert.Equal(200, (await worker.Open("/work/alike?later=99999999999")).Status);
    }

    [Fact]
    public async Task Whoever_finds_a_group_twice_makes_one_entry_of_the_two_and_says_why()
    {
        await site.Import(Place, "group-list", $"name,postcode,telephone\n{name},{nearBy},0161 912 0066\n", "here-" + name);
        var worker = await Worker();
        var other = Assert.Single(await Listed()).Slug;
        var found = await Soon.Until(async () => await (await (await worker.Open(Address())).Follow("Is it here twice?")).Press("Find", ("The other entry", name)) is var page && page.All(".results a").Contains(name) ? page : null);
        var beside = await found.Follow(name);
        Assert.Contains(["Telephone", "–", "0161 912 0066"], beside.Table("side by side"));

        var empty = await beside.Press("Make them one");
        Assert.Equal((422, "Choose which entry stays."), (empty.Status, Assert.Single(empty.Problems)));
        var unsaid = await beside.Press("Make them one", ($"{Group.Name}, this entry", "on"));
        Assert.Equal((422, "Say in a few words why they are one group, in at most 400 letters."), (unsaid.Status, Assert.Single(unsaid.Problems)));
        Assert.Equal(302, (await beside.Press("Make them one", ($"{Group.Name}, this entry", "on"), ("Why are they one group?", "Ann Bell told us"))).Status);

        var one = await worker.Open(Address());
        Assert.Contains("0161 912 0066", one.Text, StringComparison.Ordinal);
        Assert.Equal(Address(), new Uri((await site.Open("/groups/" + other)).Response.Headers.Location!.ToString(), UriKind.RelativeOrAbsolute).ToString());
        var entry = (await site.All<AuditEntry>()).Single(each => each.Act == "/groups/{slug}/same Added");
        Assert.Equal("Ann Bell told us", (await site.All<AuditReason>()).Single(each => each.Sequence == entry.Sequence).Reason);
        Assert.DoesNotContain((await site.All<Merge>()).Select(merge => merge.Reason), reason => reason.Contains("Ann", StringComparison.Ordinal));
        var gone = await beside.Press("Make them one", ($"{Group.Name}, this entry", "on"), ("Why are they one group?", "Again"));
        Assert.Equal((422, "Choose the other entry first. It may have become part of another meanwhile."), (gone.Status, Assert.Single(gone.Problems)));

        Assert.Equal(302, (await (await worker.Open("/work/alike")).Press("Take apart again: " + name)).Status);
        Assert.DoesNotContain("0161 912 0066", (await worker.Open(Address())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_is_not_beside_itself()
    {
        var worker = await Worker();
        Assert.Contains("The other entry", (await worker.Open(Address($"/same?with={Group.Slug}"))).Text, StringComparison.Ordinal);
        Assert.Contains("No other group has these words.", (await worker.Open(Address("/same?q=zzqqzz"))).Text, StringComparison.Ordinal);
    }

    /// <summary>Two lists bring groups of one name from two ends of the country.</summary>
    private async Task<Visitor> Alike()
    {
        await site.Import(Place, "group-list", $"name,postcode,telephone\n{name},{nearBy},0161 912 0066\n", "near-" + name);
        var far = await Far("", new(2026, 8, 1));
        Assert.Equal([0, 0, 0, 1, 0], far.Report.Counts());
        Assert.Contains($"This may be {name}, which is here already.", far.Report.Findings.Select(finding => finding.Wrong).First(wrong => wrong.StartsWith("This may", StringComparison.Ordinal)), StringComparison.Ordinal);
        return await Worker();
    }

    private Task<Trellis.Platform.Exchange.RunImport.Account> Far(string telephone, DateOnly asOf) =>
        site.Import(Place, "group-list", $"name,postcode,website,telephone\n{name},{farAway},https://far.example.org,{telephone}\n", "far-" + name, asOf);

    /// <summary>The page on which the pair is asked about.</summary>
    private static async Task<PageSeen> Find(Visitor worker, string? name)
    {
        var later = 0;
        var page = await worker.Open("/work/alike");
        while (name is not null && !string.Join(';', page.All("table")).Contains(name, StringComparison.Ordinal) && later < 50)
        {
            page = await worker.Open($"/work/alike?later={++later}");
        }

        return page;
    }

    private static char Letter() => "ABDEFGHJLNPQRSTUWXYZ"[Random.Shared.Next(20)];

    private async Task<IReadOnlyList<Organisation>> Listed() => [.. (await site.All<Organisation>()).Where(one => one.Name == name && one.IsListed)];
}
