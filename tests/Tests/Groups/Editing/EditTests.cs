using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Editing;

/// <summary>A group's lead and the place's workers change an entry, and everybody sees who said what.</summary>
public sealed class EditTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private Place place = null!;
    private Organisation group = null!;

    public async ValueTask InitializeAsync()
    {
        place = await site.OnePlace();
        group = await site.OneGroup(place);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_a_lead_saves_is_shown_at_once_as_confirmed_by_the_group_and_is_found()
    {
        var lead = await Lead();
        var saved = await (await lead.Open(Address("/edit"))).Press("Save", ("What they do", "Mends bicycles\nand zebrafinches"), ("Who is helped", "Anyone with a puncture"), ("Also works as", "The Spoke Shed"));
        Assert.Equal(302, saved.Status);
        var page = await site.Open(Address());
        Assert.Contains("zebrafinches Confirmed by the group, September 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("Anyone with a puncture", page.Text, StringComparison.Ordinal);
        Assert.Contains("The Spoke Shed Also works as", page.Text, StringComparison.Ordinal);
        await Soon.Until(async () => (await site.Open("/groups?q=zebrafinches")).Text.Contains(group.Name, StringComparison.Ordinal) ? "found" : null);
        var entry = (await site.All<AuditEntry>()).OrderBy(one => one.Sequence).Last(one => one.RecordId == group.Id);
        Assert.Equal(("/groups/{slug}/edit Changed", "Helps,Purpose,WorkingNames"), (entry.Act, entry.Fields));
    }

    [Fact]
    public async Task What_a_worker_saves_is_shown_as_entered_by_a_worker_and_the_group_comes_before_it()
    {
        var worker = await site.SignInAs(Role.SupportWorker, place.Id, place.Id);
        await (await worker.Open(Address("/edit"))).Press("Save", ("Telephone", "0161 912 2001"), ("Languages spoken", "English, Urdu"));
        Assert.Contains("0161 912 2001 Entered by a worker", (await site.Open(Address())).Text, StringComparison.Ordinal);
        await (await (await Lead()).Open(Address("/edit"))).Press("Save", ("Telephone", "0161 912 2002"));
        await (await worker.Open(Address("/edit"))).Press("Save", ("Telephone", "0161 912 2003"));
        var page = await site.Open(Address());
        Assert.Contains("0161 912 2002 Confirmed by the group", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0161 912 2003", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_emptied_is_gone_though_a_list_still_says_it()
    {
        await (await (await Lead()).Open(Address("/edit"))).Press("Save", ("Website", ""));
        Assert.DoesNotContain("https://spokes.example.org", (await site.Open(Address())).Html, StringComparison.Ordinal);
        await (await (await Lead()).Open(Address("/edit"))).Press("Save", ("Website", "new.example.org"));
        Assert.Contains("new.example.org", (await site.Open(Address())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_from_the_public_is_seen_by_the_lead_and_the_staff_only_and_each_look_of_the_staff_is_noted()
    {
        var lead = await Lead();
        await (await lead.Open(Address("/edit"))).Press("Save", ("Whom to ask for", "Canarina the treasurer"), ("Email address of the group", "canary@example.org"), ("Address", "7 Canary Row"));
        Assert.Contains("7 Canary Row", (await site.Open(Address())).Text, StringComparison.Ordinal);
        await (await lead.Open(Address("/edit"))).Press("Save", ("The person to ask for", "yes"), ("The email address", "yes"), ("The address", "yes"));
        foreach (var url in new[] { Address(), Address() + ".json", "/groups?q=" + group.Slug, "/groups.csv?q=" + group.Slug, "/groups.json?q=" + group.Slug })
        {
            var seen = await Soon.Until(async () => System.Text.Encoding.UTF8.GetString((await site.Open(url)).Body) is var text && text.Contains(group.Name, StringComparison.Ordinal) ? text : null);
            Assert.DoesNotContain("anar", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("M33 1AA", seen, StringComparison.Ordinal);
        }

        var before = (await site.All<AuditEntry>()).Count;
        var worker = await site.SignInAs(Role.SupportWorker, place.Id, place.Id);
        Assert.Contains("canary@example.org", (await worker.Open(Address("/edit"))).Html, StringComparison.Ordinal);
        Assert.Contains((await site.All<AuditEntry>()).OrderBy(one => one.Sequence).Skip(before), one => one.Act == "/groups/{slug}/edit Read" && one.RecordId == group.Id && one.Fields.Contains("Email", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_will_not_do_is_said_beside_each_field_and_nothing_is_lost()
    {
        var again = await (await (await Lead()).Open(Address("/edit"))).Press("Save",
            ("Name of the group", " "), ("Website", "javascript:alert(1)"), ("Email address of the group", "nobody"), ("Telephone", "call me"), ("Postcode", "M33"), ("What they do", "Kept text"));
        Assert.Equal(422, again.Status);
        Assert.Equal(5, again.Problems.Count);
        Assert.Contains("Enter the group's name.", again.Problems);
        Assert.Contains("Kept text", again.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Kept text", (await site.Open(Address())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_may_and_for_them_the_page_is_not_there()
    {
        var other = await site.OneGroup(place, "Wheels of " + Guid.CreateVersion7().ToString("n"));
        var visitors = new[]
        {
            site.Visit(), await site.SignIn("resident@example.org"), await site.SignInAs(Role.Viewer, place.Id, place.Id), await site.SignInAs(Role.Lead, other.Id, place.Id),
            await site.SignInAs(Role.SupportWorker, Guid.CreateVersion7(), null), await site.SignInAs(Role.Member, group.Id, place.Id),
        };
        foreach (var visitor in visitors)
        {
            Assert.Equal(404, (await visitor.Open(Address("/edit"))).Status);
        }

        Assert.Equal(404, (await (await Lead()).Open("/groups/no-such-group/edit")).Status);
    }

    [Fact]
    public async Task Who_saves_what_another_has_changed_meanwhile_is_shown_both_texts()
    {
        var (one, two) = (await Lead(), await site.SignInAs(Role.Lead, group.Id, place.Id, "second@example.org"));
        var (first, second) = (await one.Open(Address("/edit")), await two.Open(Address("/edit")));
        Assert.Equal(302, (await first.Press("Save", ("What they do", "The first text"))).Status);
        var conflict = await second.Press("Save", ("What they do", "The second text"));
        Assert.Equal(409, conflict.Status);
        Assert.Equal(["What they do", "The first text", "The second text"], conflict.Table("beside what you typed").Single());
        Assert.Equal(302, (await conflict.Press("Save")).Status);
        Assert.Contains("The second text", (await site.Open(Address())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eight_writers_with_fifty_edits_each_lose_nothing()
    {
        var shared = await site.OneGroup(place, "Busy " + Guid.CreateVersion7().ToString("n"));
        var conflicts = 0;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            var lead = await site.SignInAs(Role.Lead, shared.Id, place.Id, $"writer-{writer}-{shared.Id:n}@example.org");
            for (var time = 0; time < 50; time++)
            {
                var page = await lead.Open($"/groups/{shared.Slug}/edit");
                var stands = page.Document.QuerySelector("#Form-Purpose")!.TextContent.Trim();
                while ((page = await page.Press("Save", ("What they do", $"{stands} {writer}.{time}"))).Status == 409)
                {
                    Interlocked.Increment(ref conflicts);
                    stands = page.Table("beside what you typed").Single()[1];
                }

                Assert.Equal(302, page.Status);
            }
        }));
        var purpose = await site.InDb(db => db.Set<Organisation>().Where(one => one.Id == shared.Id).Select(one => one.Purpose).FirstAsync());
        var expected = Enumerable.Range(0, 8).SelectMany(writer => Enumerable.Range(0, 50).Select(time => $"{writer}.{time}")).Order(StringComparer.Ordinal);
        Assert.Equal(expected.Concat(["Bicycles", "everyone", "for"]), purpose!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        Assert.True(conflicts > 0, "There was never a conflict, so this test has shown nothing.");
    }

    private string Address(string more = "") => $"/groups/{group.Slug}{more}";

    private Task<Visitor> Lead() => site.SignInAs(Role.Lead, group.Id, place.Id);
}
