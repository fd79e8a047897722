using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Entering;

/// <summary>A worker enters a group that no register has, and no group comes in twice by it.</summary>
public sealed class EnterTests(Site site) : Scene(site)
{
    private const string Url = "/work/enter-group";
    private readonly Site site = site;
    private readonly string name = Word() + " " + Word(); // no word in common, or the group of another test may be its twin

    [Fact]
    public async Task What_a_worker_enters_is_shown_with_its_source_found_and_in_the_history()
    {
        var worker = await Worker();
        Assert.Contains("Enter a group", (await worker.Open("/work")).Text, StringComparison.Ordinal);
        var entered = await Enter(worker, ("What they do", "Play in the sheds and teach quokkapicking"), ("Telephone", "0161 912 7001"), ("The telephone number", "yes"));
        Assert.Equal(302, entered.Status);
        var group = await site.Named(name);
        var page = await site.Open("/groups/" + group.Slug);
        Assert.Contains("teach quokkapicking Entered by a worker, September 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("Community group", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("912 7001", page.Html, StringComparison.Ordinal);
        Assert.Contains("912 7001", (await worker.Open($"/groups/{group.Slug}/edit")).Html, StringComparison.Ordinal);
        await Soon.Until(async () => (await site.Open("/groups?q=quokkapicking")).Text.Contains(name, StringComparison.Ordinal) ? "found" : null);
        var entry = (await site.All<AuditEntry>()).Single(one => one.RecordId == group.Id && one.Act.EndsWith("Added", StringComparison.Ordinal));
        Assert.Equal(("/work/enter-group Added", "Name,Purpose,Telephone", Place.Id), (entry.Act, entry.Fields, entry.PlaceId));
    }

    [Fact]
    public async Task Likely_twins_are_shown_before_anything_is_saved_and_saying_none_of_these_enters_it()
    {
        var worker = await Worker();
        await Enter(worker, ("Postcode", "M33 1AA"));
        var before = await Groups();
        var asked = await Enter(worker, ("Postcode", "M33 1AA"), ("What they do", "Kept while one looks"));
        Assert.Equal((200, before), (asked.Status, await Groups()));
        Assert.Contains("Is it one of these?", asked.Text, StringComparison.Ordinal);
        Assert.Contains("The same name, which no other here has. The same postcode, M33 1AA.", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Kept while one looks", asked.Html, StringComparison.Ordinal);
        Assert.Equal(200, (await asked.Follow(name)).Status);
        var entered = await asked.Press("None of these: enter it");
        Assert.Equal((302, before + 1), (entered.Status, await Groups()));
        Assert.EndsWith("-2", entered.Response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_twin_that_came_meanwhile_is_shown_though_the_earlier_ones_were_none_of_it()
    {
        var worker = await Worker();
        await Enter(worker);
        var asked = await Enter(worker);
        await (await Enter(worker)).Press("None of these: enter it");
        var again = await asked.Press("None of these: enter it");
        Assert.Equal(200, again.Status);
        Assert.Equal(2, again.All(".notice li h3").Count(one => one == name));
        Assert.Equal(302, (await again.Press("None of these: enter it")).Status);
        Assert.Equal(3, (await site.All<Organisation>()).Count(one => one.Name == name));
    }

    [Fact]
    public async Task Pressing_twice_enters_one_group()
    {
        var form = await (await Worker()).Open(Url);
        var pressed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.Press("Enter the group", ("Name of the group", name))));
        Assert.All(pressed, page => Assert.Equal("/groups/" + Slug.From(name), page.Response.Headers.Location?.ToString()));
        Assert.Single(await site.All<Organisation>(), one => one.Name == name);
    }

    [Fact]
    public async Task A_list_that_brings_the_group_later_is_joined_and_both_are_shown()
    {
        await Enter(await Worker(), ("Postcode", "M33 1AA"), ("What they do", "As a worker knows them"));
        await site.Import(Place, "group-list", $"name,postcode,purpose,website\n{name},M33 1AA,As the list has it,https://uke.example.org\n", Guid.CreateVersion7().ToString("n"), new(2026, 8, 1));
        var group = await site.Named(name);
        var page = await site.Open("/groups/" + group.Slug);
        Assert.Contains("As a worker knows them Entered by a worker", page.Text, StringComparison.Ordinal);
        Assert.Contains("uke.example.org List ", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, await site.InDb(db => db.Set<SourceRecord>().CountAsync(one => one.OrganisationId == group.Id)));
    }

    [Fact]
    public async Task A_register_that_brings_it_says_what_kind_it_is_unless_the_worker_said()
    {
        await Enter(await Worker(), ("Kind", "Community group"));
        Assert.Equal(OrganisationKind.Group, (await site.Named(name)).Kind);
        Assert.DoesNotContain("\"kind\"", (await Said(name)).Said, StringComparison.Ordinal);
        var other = name + " Sale Harriers";
        await Enter(await Worker(), ("Name of the group", other), ("Kind", "Sports club"));
        Assert.Equal(OrganisationKind.SportsClub, (await site.Named(other)).Kind);
    }

    [Fact]
    public async Task Without_a_postcode_the_ward_that_was_named_is_shown()
    {
        await site.InDb(db => db.Add(new Area { Id = Guid.CreateVersion7(), PlaceId = Place.Id, Kind = AreaKind.Ward, Code = "E0500" + name[^4..], Name = "Ward " + name[^4..], Slug = "ward-" + name[^4..] }).Context.SaveChangesAsync());
        await using (var connection = await site.Services.GetRequiredService<Database>().Open(default))
        {
            await Stamps.Raise(connection, "places", default);
        }

        var form = await Soon.Until(async () => await (await Worker()).Open(Url) is var page && page.Html.Contains("Ward " + name[^4..], StringComparison.Ordinal) ? page : null);
        Assert.Equal(302, (await form.Press("Enter the group", ("Name of the group", name), ("Ward", "Ward " + name[^4..]))).Status);
        Assert.Equal("E0500" + name[^4..], (await site.Named(name)).WardCode);
        Assert.Contains("Ward " + name[^4..], (await site.Open("/groups/" + (await site.Named(name)).Slug)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_will_not_do_is_said_and_nothing_is_lost_or_saved()
    {
        var before = await Groups();
        var again = await (await (await Worker()).Open(Url)).Press("Enter the group", ("Name of the group", " "), ("Website", "javascript:alert(1)"), ("Postcode", "M33"), ("What they do", "Kept text"));
        Assert.Equal(422, again.Status);
        Assert.Contains("Enter the group's name.", again.Problems);
        Assert.Equal(3, again.Problems.Count);
        Assert.Contains("Kept text", again.Html, StringComparison.Ordinal);
        Assert.Equal(before, await Groups());
    }

    private async Task<PageSeen> Enter(Visitor worker, params (string, string)[] more) =>
        await (await worker.Open(Url)).Press("Enter the group", [("Name of the group", name), .. more]);

    private Task<int> Groups() => site.InDb(db => db.Organisations(Place.Id).CountAsync());

    private async Task<SourceRecord> Said(string group)
    {
        var id = (await site.Named(group)).Id;
        return await site.InDb(db => db.Set<SourceRecord>().SingleAsync(one => one.OrganisationId == id));
    }

    private static string Word() => "U" + string.Concat(Guid.NewGuid().ToString("n").Take(9).Select(sign => (char)('a' + Convert.ToInt32(sign.ToString(), 16))));
}
