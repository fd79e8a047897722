using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Places;
using Trellis.Support.Topics;
using Trellis.Tests.Groups;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Topics;

/// <summary>A place begins with a tree of topics and makes it its own; what was recorded keeps its topic.</summary>
public sealed class TopicTests(Site site) : Scene(site)
{
    private const string Url = "/work/topics";
    private readonly Site site = site;
    private readonly string word = "Winter " + Guid.CreateVersion7().ToString("n")[^12..];

    [Fact]
    public async Task A_new_place_has_the_topics_to_start_with_in_their_order()
    {
        var page = await (await Manager()).Open(Url);
        Assert.Equal(["Governance", "Funding", "Money", "People", "Safeguarding", "Premises", "Data and digital", "Partnership", "Starting up", "Closing well"], page.All("h2").Take(10).Where(title => !title.StartsWith("Winter", StringComparison.Ordinal)).ToArray());
        Assert.Contains("Writing a bid", page.All("h3"));
    }

    [Fact]
    public async Task Ten_who_come_first_at_once_plant_one_tree()
    {
        await using var young = new Site();
        var place = await young.OnePlace();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => young.With<TopicTree, int>(async tree => (await tree.All(place.Id, default)).Count)));
        var topics = await young.All<Topic>();
        Assert.Equal(TopicTree.ToStartWith.Length + TopicTree.ToStartWith.Sum(one => one.Within.Length), topics.Count);
    }

    [Fact]
    public async Task A_topic_is_added_within_another_and_gets_a_short_name_that_stays()
    {
        var page = await (await Manager()).Open(Url);
        Assert.Equal(302, (await page.Press("Add the topic", ("New topic", word), ("Part of", "Money"))).Status);
        var topic = await Find(word);
        Assert.Equal("money-" + Slug.From(word), topic.Key);
        page = await (await Manager()).Open(Url);
        Assert.Equal(302, (await page.Press("Save " + word, ("Name", word + " & co"))).Status);
        Assert.Equal(topic.Key, (await Find(word + " & co")).Key);
        Assert.Contains(await site.All<AuditEntry>(), one => one.RecordKind == nameof(Topic) && one.RecordId == topic.Id);
    }

    [Fact]
    public async Task A_retired_topic_is_not_offered_nor_what_is_within_it_and_comes_back()
    {
        await Add(word, null);
        await Add(word + " inner", word);
        Assert.Equal(302, (await (await (await Manager()).Open(Url)).Press("Retire " + word)).Status);
        Assert.DoesNotContain(await Offered(), name => name.StartsWith(word, StringComparison.Ordinal));
        var again = await (await (await Manager()).Open(Url)).Press("Add the topic", ("New topic", word.ToUpperInvariant()));
        Assert.Equal((422, $"There was a topic {word}, which is retired. Bring it back below."), (again.Status, again.Problems.Single()));
        Assert.Equal(302, (await (await (await Manager()).Open(Url)).Press("Bring it back: " + word)).Status);
        Assert.Equal([word, word + " inner"], (await Offered()).Where(name => name.StartsWith(word, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Topics_change_places_and_the_last_one_stays_where_it_is()
    {
        await Add(word + " a", null);
        await Add(word + " b", null);
        Assert.Equal(302, (await (await (await Manager()).Open(Url)).Press($"Move up: {word} b")).Status);
        Assert.Equal([word + " b", word + " a"], (await Offered()).Where(name => name.StartsWith(word, StringComparison.Ordinal)));
        Assert.Equal(302, (await (await (await Manager()).Open(Url)).Press("Move up: Governance")).Status);
        Assert.Equal("Governance", (await Offered())[0]);
    }

    [Fact]
    public async Task What_will_not_do_is_said_and_workers_and_leads_do_not_keep_topics()
    {
        var page = await (await Manager()).Open(Url);
        Assert.Equal(["Enter a name of at most 60 letters."], (await page.Press("Add the topic", ("New topic", " "))).Problems);
        Assert.Equal(["Enter a name of at most 60 letters."], (await page.Press("Add the topic", ("New topic", new string('x', 61)))).Problems);
        Assert.Equal(["There is a topic Money already."], (await page.Press("Add the topic", ("New topic", "money"))).Problems);
        Assert.Equal(404, (await (await Worker()).Open(Url)).Status);
        Assert.Equal(404, (await (await Lead()).Open(Url)).Status);
    }

    [Fact]
    public async Task Of_eight_who_retire_and_rename_at_once_nobody_meets_an_error()
    {
        await Add(word, null);
        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await (await Manager()).Open(Url)));
        var answers = await Task.WhenAll(pages.Select((page, number) => page.Press("Save " + word, ("Name", $"{word} {number}"))));
        Assert.Contains(answers, answer => answer.Status == 302);
        Assert.All(answers.Where(answer => answer.Status != 302), answer => Assert.Equal((422, "Somebody else has changed the topics just now. Look at them again."), (answer.Status, answer.Problems.Single())));
        Assert.Single(await site.All<Topic>(), one => one.Name.StartsWith(word, StringComparison.Ordinal));
    }

    private Task<Visitor> Manager() => site.SignInAs(Role.Manager, Place.Id, Place.Id, $"manager-{Guid.CreateVersion7():n}@example.org");

    private async Task Add(string name, string? within)
    {
        var page = await (await Manager()).Open(Url);
        Assert.Equal(302, (await page.Press("Add the topic", ("New topic", name), ("Part of", within ?? "Nothing: a topic of its own"))).Status);
    }

    private async Task<Topic> Find(string name) => (await site.All<Topic>()).Single(one => one.PlaceId == Place.Id && one.Name == name);

    private Task<IReadOnlyList<string>> Offered() => site.With<TopicTree, IReadOnlyList<string>>(async tree => [.. (await tree.Offered(Place.Id, default)).Select(one => one.Name)]);
}
