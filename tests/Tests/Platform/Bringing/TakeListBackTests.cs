using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Record;
using Trellis.Ledger.Book;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Exchange.Bringing;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;
using Trellis.Tests.Groups;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Platform.Bringing;

/// <summary>A list that should not have come in is taken back: nothing of it counts, nothing else is lost, and it comes back whole.</summary>
public sealed class TakeListBackTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private readonly string word = "Numbat" + Guid.CreateVersion7().ToString("n")[^12..];
    private Place place = null!;
    private Visitor manager = null!;

    public async ValueTask InitializeAsync()
    {
        place = await site.OnePlace();
        manager = await site.SignInAs(Role.Manager, place.Id, place.Id, $"manager-{Guid.CreateVersion7():n}@example.org");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Groups_that_only_the_list_names_are_gone_and_others_are_as_before()
    {
        await site.Import(place, "group-list", $"Name,Postcode,Website\n{word} Choir,M33 2RP,choir.example\n", word + "-kept");
        await site.Import(place, "council-spend", $"Body Name,Date,Supplier Name,Amount\n{word} Council,01/04/2026,{word} Ltd,1.00\n", word + "-money"); // a page of a group speaks of money then
        var list = $"Group,Post code,What it does\n{word} Choir,M33 2RP,Sings too loud\n{word} Jo Bloggs,M33 3RP,Bowls\n";
        var report = await BringIn(list);
        Assert.Equal([Text("Jo Bloggs"), Text("Choir")], (await Shown()).OrderByDescending(name => name));
        var page = await manager.Open(Address("Choir"));
        Assert.Contains("Sings too loud", page.Text, StringComparison.Ordinal);

        var back = await (await report.Press("Take it back", ("Why?", "The wrong column"))).FollowRedirect();
        Assert.Contains("This list was taken back on", back.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Take it back", string.Concat(back.All("button")), StringComparison.Ordinal);
        Assert.Equal([Text("Choir")], await Shown());
        var anybody = site.Visit();
        Assert.Equal((404, 404), ((await anybody.Open(Address("Jo Bloggs"))).Status, (await anybody.Open(Address("Jo Bloggs") + ".json")).Status));
        Assert.DoesNotContain("Sings too loud", (await anybody.Open(Address("Choir"))).Text, StringComparison.Ordinal);
        Assert.Contains("choir.example", (await anybody.Open(Address("Choir"))).Html, StringComparison.Ordinal);
        var staff = await manager.Open(Address("Jo Bloggs"));
        Assert.Equal(200, staff.Status);
        Assert.Contains("The list that named this group was taken back", staff.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bowls", staff.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, (await anybody.Open("/about/data")).Text, StringComparison.Ordinal);
        var import = Assert.Single(await site.All<Import>(), import => import.FileName == Name);
        var deed = (await site.All<AuditEntry>()).Single(entry => entry.RecordId == import.Id && entry.Fields == "WithdrawnAt");
        Assert.Equal("The wrong column", (await site.All<AuditReason>()).Single(reason => reason.Sequence == deed.Sequence).Reason);

        await BringIn(list);
        Assert.Equal(2, (await Shown()).Count);
        Assert.Contains("Bowls", (await anybody.Open(Address("Jo Bloggs"))).Text, StringComparison.Ordinal); // at the address that it had
        Assert.Null(Assert.Single(await site.All<Source>(), source => source.FileName == Name).WithdrawnAt);
    }

    [Fact]
    public async Task A_list_without_a_day_is_new_when_it_has_come_and_named_nowhere_when_it_is_taken_back()
    {
        for (var earlier = 0; earlier < 4; earlier++)
        {
            await site.Import(place, "group-list", $"Name,Postcode\n{word} Club {earlier},M33 2RP\n", $"{word}-{earlier}", new(2026, 8, 1));
        }

        var ward = word.ToLowerInvariant();
        await site.InDb(db =>
        {
            db.Add(new Area { Id = Guid.CreateVersion7(), PlaceId = place.Id, Kind = AreaKind.Ward, Code = word, Name = word, Slug = ward });
            return db.SaveChangesAsync();
        });
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        var report = await BringIn($"Group,Post code\n{word} Club 0,M33 2RP\n{word} Darts,M33 3RP\n");
        await using (var connection = await site.Services.GetRequiredService<Database>().Open(default))
        {
            await connection.Execute("UPDATE groups_organisation SET ward_code = @ward WHERE place_id = @place AND name LIKE @name", default, ("ward", word), ("place", place.Id), ("name", word + "%"));
            await Stamps.Raise(connection, "places", default);
        }

        var anybody = site.Visit();
        Assert.Equal("A list of groups", (await anybody.Open("/")).All("section[aria-labelledby=new] h3")[0]);
        await Soon.Until(async () => (await anybody.Open("/wards/" + ward)).All("section[aria-labelledby=sources] li").Any(line => line.StartsWith(Name, StringComparison.Ordinal)) ? "named" : null);
        Assert.Contains($"From the file {Name}", await File("/wards?format=json"), StringComparison.Ordinal);

        await report.Press("Take it back", ("Why?", "The wrong file"));
        await using (var connection = await site.Services.GetRequiredService<Database>().Open(default))
        {
            await connection.Execute("UPDATE groups_organisation SET ward_code = @ward WHERE place_id = @place AND name LIKE @name", default, ("ward", word), ("place", place.Id), ("name", word + "%"));
        }

        Assert.DoesNotContain("A list of groups", (await anybody.Open("/")).Text, StringComparison.Ordinal);
        var there = await anybody.Open("/wards/" + ward);
        Assert.Contains($"{word} Club 0", there.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, there.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, await File("/wards?format=json"), StringComparison.Ordinal);
        Assert.DoesNotContain(Name, string.Concat(await site.InDb(db => db.AttributionsOf(place.Id, ["group-list"], [], default))), StringComparison.Ordinal);

        async Task<string> File(string url) => Encoding.UTF8.GetString((await anybody.Open(url)).Body);
    }

    [Fact]
    public async Task Services_go_from_every_list_and_come_back()
    {
        var list = $"Service,Postcode,Opening hours\n{word} Pantry,M33 2RP,Mondays\n";
        var report = await BringIn(list);
        var slug = Assert.Single(await site.All<Service>(), service => service.Name.StartsWith(word, StringComparison.Ordinal)).Slug;
        await report.Press("Take it back", ("Why?", "Closed long ago"));
        Assert.Equal(404, (await manager.Open("/services/" + slug)).Status);
        Assert.False(Assert.Single(await site.All<Service>(), service => service.Slug == slug).IsListed);
        await BringIn(list);
        Assert.Equal(200, (await manager.Open("/services/" + slug)).Status);
    }

    [Fact]
    public async Task A_list_that_came_as_the_wrong_kind_comes_in_as_another_once_it_was_taken_back()
    {
        var report = await BringIn($"Group,Post code\n{word} Darts,M33 2RP\n");
        var sent = await manager.Send(await manager.Open("/work/imports"), ("The file", Name, Encoding.UTF8.GetBytes($"Service,Postcode,Opening hours\n{word} Darts,M33 2RP,Mondays\n")));
        var page = await sent.FollowRedirect();
        Assert.Contains($"{Name} came in before as “List of groups, in any columns”, and stands in the place as that.", page.Text, StringComparison.Ordinal);
        Assert.Equal([Text("Darts")], await Shown());

        await report.Press("Take it back", ("Why?", "The wrong kind"));
        page = await (await page.Press("Save and look again")).FollowRedirect();
        Assert.DoesNotContain("came in before", page.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await page.Press("Bring in 1 row")).Status);
        Assert.Empty(await Shown());
        Assert.True(Assert.Single(await site.All<Service>(), service => service.Name.StartsWith(word, StringComparison.Ordinal)).IsListed);
        await Holds();
    }

    [Fact]
    public async Task Money_counts_in_no_total_and_comes_back_to_the_penny()
    {
        var before = await Sum();
        var list = $"Body Name,Date,Supplier Name,Amount,Transaction Number\n{word} Council,01/04/2026,{word} Ltd,1000.10,1\n{word} Council,02/04/2026,{word} Ltd,0.07,2\n";
        var report = await BringIn(list);
        Assert.Equal(before + 100_017, await Sum());
        await report.Press("Take it back", ("Why?", "Twice the same file"));
        Assert.Equal(before, await Sum());
        await Holds();
        await BringIn(list);
        Assert.Equal(before + 100_017, await Sum());
        await Holds();
    }

    [Fact]
    public async Task A_grant_that_another_list_has_too_counts_from_there()
    {
        var list = $"Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Name,Funding Org:Name\n{word}-1,Lunch,GBP,100,2024-05-01,{word} Club,{word} Fund\n";
        var before = await Sum();
        var report = await BringIn(list);
        await site.Import(place, "360giving", list, word + "-registry");
        Assert.Equal(before + 10_000, await Sum());
        await report.Press("Take it back", ("Why?", "Twice the same file"));
        Assert.Equal(before + 10_000, await Sum());
        await Holds();
    }

    [Fact]
    public async Task It_needs_a_reason_is_done_once_and_not_to_what_the_installation_brought()
    {
        var report = await BringIn($"Group,Post code\n{word} Darts,M33 2RP\n");
        var wrong = await report.Press("Take it back", ("Why?", " "));
        Assert.Equal((422, "Say why, for those who ask later."), (wrong.Status, wrong.Problems.Single()));
        Assert.Equal([Text("Darts")], await Shown());
        Assert.Equal(302, (await report.Press("Take it back", ("Why?", "A trial"))).Status);
        var again = await report.Press("Take it back", ("Why?", "Another"));
        Assert.Equal((422, "Somebody has taken this list back just now."), (again.Status, again.Problems.Single()));

        var loaded = await site.Import(place, "group-list", $"Name,Postcode\n{word} Chess,M33 2RP\n", "loaded-" + word);
        var page = await manager.Open("/work/imports/" + loaded.ImportId);
        Assert.DoesNotContain("Take it back", string.Concat(page.All("button")), StringComparison.Ordinal);
        Assert.Equal([Text("Chess")], await Shown());
    }

    [Fact]
    public async Task A_failure_half_way_leaves_the_list_as_it_was()
    {
        var report = await BringIn($"Group,Post code\n{word} Darts,M33 2RP\n");
        await using var scope = site.Services.CreateAsyncScope();
        var parts = scope.ServiceProvider.GetServices<ITakeBack>().Append(new Fails());
        var verb = ActivatorUtilities.CreateInstance<TakeListBack>(scope.ServiceProvider, parts);
        await Assert.ThrowsAsync<InvalidOperationException>(() => verb.Handle(place, Guid.Parse(report.Response.RequestMessage!.RequestUri!.Segments[^1]), "A trial", default));
        Assert.Equal([Text("Darts")], await Shown());
        Assert.Null((await site.All<Source>()).Single(source => source.Title == Name).WithdrawnAt);
    }

    private sealed class Fails : ITakeBack
    {
        public Task Handle(Withdrawal withdrawal, CancellationToken stop) => throw new InvalidOperationException("The disk is full.");
    }

    private string Name => word + ".csv";

    private string Text(string rest) => $"{word} {rest}";

    private string Address(string rest) => "/groups/" + $"{word} {rest}".ToLowerInvariant().Replace(' ', '-');

    private async Task<PageSeen> BringIn(string csv)
    {
        var sent = await manager.Send(await manager.Open("/work/imports"), ("The file", Name, Encoding.UTF8.GetBytes(csv)));
        var page = await sent.FollowRedirect();
        return await (await page.Press(page.All("button").Single(button => button.StartsWith("Bring in", StringComparison.Ordinal)))).FollowRedirect();
    }

    private async Task<List<string>> Shown() => [.. (await site.All<Organisation>()).Where(group => group.IsListed && group.Name.StartsWith(word, StringComparison.Ordinal)).Select(group => group.Name)];

    private async Task<long> Sum() => (await site.All<Account>()).Where(account => account.PlaceId == place.Id).Sum(account => account.Pence);

    private Task Holds() => site.With<Verify, int>(async verify =>
    {
        await foreach (var check in verify.Run(default))
        {
            Assert.Empty(check.Faults);
        }

        return 0;
    });
}
