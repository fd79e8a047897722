using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Lists;
using Trellis.Groups.Merging;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Lists;

/// <summary>A search kept under a name finds what there is at the time; a list picked by hand has what was picked.</summary>
public sealed class ListTests(Site site) : Scene(site)
{
    private readonly Site site = site;
    private readonly string word = "lemur" + Guid.CreateVersion7().ToString("n")[^12..];

    [Fact]
    public async Task A_kept_search_has_what_it_finds_now_and_is_downloaded()
    {
        var worker = await Worker();
        var one = await site.OneGroup(Place, word + " one");
        await Found(1);
        var kept = await (await (await worker.Open("/groups?q=" + word)).Follow("Keep this search as a list")).Press("Keep the search", ("Name for this search", "All " + word));
        var page = await kept.FollowRedirect();
        Assert.Equal("All " + word, page.Heading);
        Assert.Contains("1 group is on this list now.", page.Text, StringComparison.Ordinal);
        var two = await site.OneGroup(Place, word + " two");
        await Found(2);
        page = await kept.FollowRedirect();
        Assert.Equal([one.Name, two.Name], page.All(".results h3").Order(StringComparer.Ordinal));
        var file = Encoding.UTF8.GetString((await page.Follow("CSV")).Body);
        Assert.Contains(one.Name, file, StringComparison.Ordinal);
        Assert.Contains("tags of the staff", file, StringComparison.Ordinal);
        Assert.Equal(2, file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1);
        Assert.Contains("All " + word, (await worker.Open("/work/lists")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Keep this search", (await site.Open("/groups?q=" + word)).Text, StringComparison.Ordinal);

        async Task Found(int groups) => await Soon.Until(async () => (await site.Open("/groups?q=" + word)).Text.Contains($"{groups} result", StringComparison.Ordinal) ? "found" : null);
    }

    [Fact]
    public async Task Groups_are_picked_by_hand_and_taken_off_and_go_along_in_a_merge()
    {
        var worker = await Worker();
        var begun = await (await worker.Open("/work/lists")).Press("Begin the list", ("Name of a new list, to be picked by hand", word));
        Assert.Contains("0 groups are on this list now.", (await begun.FollowRedirect()).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await (await (await worker.Open(Address())).Follow("Lists")).Press("Save", (word, "yes"))).Status);
        Assert.Equal([Group.Name], (await begun.FollowRedirect()).All(".results h3"));
        var other = await site.OneGroup(Place, "Other " + word);
        var merged = await site.With<MergeOrganisations, Result<Guid>>(merge => merge.Handle(new(Place.Id, other.Id, Group.Id, "tests", "Same"), default));
        Assert.Equal([], merged.Problems);
        Assert.Equal("/groups/" + other.Slug, (await begun.FollowRedirect()).Document.QuerySelector(".results h3 a")!.GetAttribute("href"));
        await site.With<UndoMerge, Result<Guid>>(undo => undo.Handle(Place.Id, merged.Value, "tests", default));
        Assert.Equal([Group.Name], (await begun.FollowRedirect()).All(".results h3"));
        await (await worker.Open(Address("/lists"))).Press("Save", (word, ""));
        Assert.Empty((await begun.FollowRedirect()).All(".results h3"));
    }

    [Fact]
    public async Task A_list_is_renamed_and_taken_away_and_needs_a_name()
    {
        var worker = await Worker();
        Assert.Equal(["Enter a name of at most 100 letters."], (await (await worker.Open("/work/lists")).Press("Begin the list")).Problems);
        var begun = await (await worker.Open("/work/lists")).Press("Begin the list", ("Name of a new list, to be picked by hand", word));
        await (await worker.Open(Address("/lists"))).Press("Save", (word, "yes"));
        Assert.Equal(302, (await (await begun.FollowRedirect()).Press("Save the name", ("Name of the list", word + " anew"))).Status);
        var page = await begun.FollowRedirect();
        Assert.Equal(word + " anew", page.Heading);
        Assert.Equal(302, (await page.Press("Take this list away")).Status);
        Assert.Equal(404, (await begun.FollowRedirect()).Status);
        Assert.Equal(0, await site.InDb(db => db.Set<ListMember>().CountAsync(member => member.OrganisationId == Group.Id)));
    }
}
