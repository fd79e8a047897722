using System.Text;
using Trellis.Groups.Lists;
using Trellis.Groups.Record;
using Trellis.Groups.Tags;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Tags;

/// <summary>Administrators keep a few words of the place's own, workers put them on groups, and the search finds by them whoever may see them.</summary>
public sealed class TagTests(Site site) : Scene(site)
{
    private const string Url = "/work/tags";
    private readonly Site site = site;
    private readonly string word = "Warm " + Guid.CreateVersion7().ToString("n")[^12..];

    [Fact]
    public async Task A_public_tag_is_seen_searched_and_downloaded_by_everybody()
    {
        await Add(word, forAll: true);
        await Put(word);
        Assert.Contains(word, (await site.Open(Address())).Text, StringComparison.Ordinal);
        var found = await Soon.Until(async () => await site.Open($"/groups?tag={Uri.EscapeDataString(word)}") is var page && page.Text.Contains("1 result", StringComparison.Ordinal) ? page : null);
        Assert.Contains(Group.Name, found.Text, StringComparison.Ordinal);
        Assert.Contains(word, (await site.Open("/groups")).Text, StringComparison.Ordinal);
        Assert.Contains($",{word},", Text(await site.Open($"/groups.csv?tag={Uri.EscapeDataString(word)}")), StringComparison.Ordinal);
        Assert.DoesNotContain("tags of the staff", Text(await site.Open("/groups.csv")), StringComparison.Ordinal);
        Assert.Contains(await site.All<AuditEntry>(), one => one.RecordKind == "Tagging" && one.Act == "/groups/{slug}/tags Added");
    }

    [Fact]
    public async Task A_tag_of_the_staff_is_seen_searched_and_downloaded_by_the_staff_alone()
    {
        await Add(word, forAll: false);
        await Put(word);
        var ask = $"/groups?our-tag={Uri.EscapeDataString(word)}";
        var worker = await Worker();
        var found = await Soon.Until(async () => await worker.Open(ask) is var page && page.Text.Contains("1 result", StringComparison.Ordinal) ? page : null);
        Assert.Contains(word, found.Text, StringComparison.Ordinal);
        Assert.Contains(word, Text(await worker.Open("/groups.csv")), StringComparison.Ordinal);
        Assert.Contains(word + " (staff)", (await worker.Open(Address())).Text, StringComparison.Ordinal);
        foreach (var visitor in new[] { site.Visit(), await Lead(), await site.SignIn(SomebodysMail()) })
        {
            Assert.DoesNotContain(word, Text(await visitor.Open("/groups")) + Text(await visitor.Open(Address())) + Text(await visitor.Open(Address(".json"))) + Text(await visitor.Open("/groups.csv")) + Text(await visitor.Open("/groups.json")), StringComparison.Ordinal);
            Assert.Equal((await visitor.Open("/groups")).All(".lead")[0], (await visitor.Open(ask)).All(".lead")[0]); // the question is not there for them
        }
    }

    [Fact]
    public async Task Renaming_keeps_it_on_its_groups_and_in_the_kept_searches()
    {
        await Add(word, forAll: false);
        await Put(word);
        var list = await Kept($"q=food&our-tag={Uri.EscapeDataString(word)}");
        var page = await (await Administrator()).Open(Url);
        Assert.Equal(302, (await page.Press("Save " + word, ("Name", word + " & dry"), ("Everybody sees it and can search by it", "yes"))).Status);
        Assert.Contains(word + " & dry", (await site.Open(Address())).Text, StringComparison.Ordinal);
        Assert.Equal("q=food&tag=" + Uri.EscapeDataString(word + " & dry"), (await site.All<KeptList>()).Single(one => one.Id == list).Question);
    }

    [Fact]
    public async Task Merging_makes_one_of_two_and_a_group_with_both_has_it_once()
    {
        var (other, both) = (word + " spaces", await site.OneGroup(Place, "Both " + word));
        await Add(word, forAll: true);
        await Add(other, forAll: true);
        await Put(word);
        await Put(word, both, other);
        var list = await Kept("tag=" + Uri.EscapeDataString(word));
        var page = await (await Administrator()).Open(Url);
        Assert.Equal(422, (await page.Press("Merge " + word)).Status);
        Assert.Equal(302, (await page.Press("Merge " + word, ("Make it part of", other))).Status);
        var stays = Assert.Single(await site.All<PlaceTag>(), one => one.Name.StartsWith(word, StringComparison.Ordinal));
        Assert.Equal(other, stays.Name);
        Assert.Equal(new[] { Group.Id, both.Id }.Order(), (await site.All<Tagging>()).Where(one => one.TagId == stays.Id).Select(one => one.OrganisationId).Order());
        Assert.Equal("tag=" + Uri.EscapeDataString(other), (await site.All<KeptList>()).Single(one => one.Id == list).Question);
    }

    [Fact]
    public async Task A_retired_tag_is_neither_offered_nor_shown_and_comes_back_with_its_groups()
    {
        await Add(word, forAll: true);
        await Put(word);
        var administrator = await Administrator();
        Assert.Equal(302, (await (await administrator.Open(Url)).Press("Retire " + word)).Status);
        Assert.DoesNotContain(word, (await site.Open(Address())).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(word, (await (await Worker()).Open(Address("/tags"))).Text, StringComparison.Ordinal);
        var again = await (await administrator.Open(Url)).Press("Add the tag", ("New tag", word.ToUpperInvariant()));
        Assert.Equal((422, $"There was a tag {word}, which is retired. Bring it back below."), (again.Status, again.Problems.Single()));
        Assert.Equal(302, (await (await administrator.Open(Url)).Press("Bring it back: " + word)).Status);
        Assert.Contains(word, (await site.Open(Address())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_workers_at_once_do_not_undo_each_other()
    {
        var other = word + " too";
        await Add(word, forAll: true);
        await Add(other, forAll: true);
        var (one, two) = (await (await Worker()).Open(Address("/tags")), await (await Worker()).Open(Address("/tags")));
        Assert.Equal(302, (await one.Press("Save", (Label(one, word), "yes"))).Status);
        Assert.Equal(302, (await two.Press("Save", (Label(two, other), "yes"))).Status);
        var page = await site.Open(Address());
        Assert.Contains(word, page.All("a.tag"));
        Assert.Contains(other, page.All("a.tag"));
        var off = await (await Worker()).Open(Address("/tags"));
        await off.Press("Save", (Label(off, word), ""));
        Assert.Equal([other], (await site.Open(Address())).All("a.tag").Where(tag => tag.StartsWith(word, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_will_not_do_is_said_and_only_administrators_keep_the_words()
    {
        await Add(word, forAll: true);
        var page = await (await Administrator()).Open(Url);
        Assert.Equal(["Enter a name of at most 60 letters."], (await page.Press("Add the tag", ("New tag", " "))).Problems);
        Assert.Equal([$"There is a tag {word} already. To make the two one, merge them."], (await page.Press("Add the tag", ("New tag", word))).Problems);
        Assert.Equal(404, (await (await Worker()).Open(Url)).Status);
        Assert.Equal(404, (await (await Lead()).Open(Address("/tags"))).Status);
    }

    private Task<Visitor> Administrator() => site.SignInAs(Role.Administrator, Place.Id, Place.Id, $"administrator-{Guid.CreateVersion7():n}@example.org");

    private async Task Add(string name, bool forAll)
    {
        var page = await (await Administrator()).Open(Url);
        Assert.Equal(302, (await page.Press("Add the tag", [("New tag", name), .. forAll ? new[] { ("Everybody sees it and can search by it", "yes") } : []])).Status);
    }

    private Task Put(string name) => Put(name, Group);

    private async Task Put(string name, Organisation group, params string[] more)
    {
        var page = await (await Worker()).Open($"/groups/{group.Slug}/tags");
        Assert.Equal(302, (await page.Press("Save", [.. more.Prepend(name).Select(tag => (Label(page, tag), "yes"))])).Status);
    }

    private static string Label(PageSeen page, string name) => page.All("label").First(label => label == name + "Everybody sees it" || label == name + "For the staff alone");

    private Task<Guid> Kept(string question) => site.InDb(async db =>
    {
        var list = db.Add(new KeptList { Id = Guid.CreateVersion7(), PlaceId = Place.Id, Name = word, Question = question, MadeAt = site.Clock.Now }).Entity;
        await db.SaveChangesAsync();
        return list.Id;
    });

    private static string Text(PageSeen page) => Encoding.UTF8.GetString(page.Body);
}
