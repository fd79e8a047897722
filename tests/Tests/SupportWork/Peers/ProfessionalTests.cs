using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Measures;
using Trellis.Support.Peers;
using Trellis.Tests.Support;
using Trellis.Tests.SupportWork.Plans;

namespace Trellis.Tests.SupportWork.Peers;

/// <summary>People who give their profession are written down with their consent, offered, and counted when the work is done.</summary>
public sealed class ProfessionalTests(Site site) : PlanScene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task A_professional_is_offered_does_the_work_and_is_counted_even_after_they_are_taken_out()
    {
        var (worker, name) = (await Worker(), "Asha " + Guid.CreateVersion7().ToString("n")[^8..]);
        Assert.Equal(302, (await Add(worker, name, ("They have agreed that this is written down, and that groups are told", "x"))).Status);
        var offered = await (await worker.Open(Address("/professionals"))).Press("Offer", ("Who?", name + ": Accounts"), ("What is to be done, and when is it finished?", "Look at the accounts of 2025"));
        Assert.Equal(302, offered.Status);
        var page = await offered.FollowRedirect();
        Assert.Equal(["Enter how many minutes it took, about."], (await page.Press("Save", ("How does it stand?", "Done"))).Problems);
        Assert.Equal(302, (await page.Press("Save", ("How does it stand?", "Done"), ("Minutes it took, once it is done", "240"))).Status);
        var person = await site.InDb(db => db.Professionals(Place.Id).SingleAsync(one => one.Name == name));
        await worker.Send(Post("/work/professionals?handler=Remove&person=" + person.Id, await worker.Open("/work/professionals")));
        Assert.DoesNotContain(name, (await worker.Open("/work/professionals")).Text, StringComparison.Ordinal);
        Assert.Contains("Somebody who has been taken out", (await worker.Open(Address("/professionals"))).Text, StringComparison.Ordinal);
        var records = await site.With<IEnumerable<IRecords>, IReadOnlyList<CountedRecord>>(all => all.Single(one => one.Kind == "peer-help").Read(Place, Today, Today, default));
        var record = Assert.Single(records, one => one.Groups.Contains(Group.Id));
        Assert.Equal((240L, "A professional"), (record.Numbers["minutes"], record.Words["by"]));
        Assert.DoesNotContain(name, record.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_written_down_who_has_not_agreed()
    {
        var refused = await Add(await Worker(), "Bo");
        Assert.Equal(["Ask them first: this is written down only if they agree."], refused.Problems);
        var empty = await (await (await Worker()).Open("/work/professionals")).Press("Add", ("Hours they have to give", "many"));
        Assert.Equal(7, empty.Problems.Count);
        Assert.Equal(0, await site.InDb(db => db.Professionals(Place.Id).CountAsync(one => one.Name == "Bo")));
        Assert.Equal(404, (await (await Lead()).Open("/work/professionals")).Status);
    }

    private async Task<PageSeen> Add(Visitor worker, string name, params (string Label, string Value)[] more) => await (await worker.Open("/work/professionals")).Press(
        "Add", [("Name", name), ("Email address", "asha@example.org"), ("What can they do?", "Accounts"), ("What is it about?", "Money"), ("Until when?", Today.AddDays(200).ToString("d M yyyy")), .. more]);

    private static HttpRequestMessage Post(string to, PageSeen page) => new(HttpMethod.Post, new Uri(to, UriKind.Relative))
    {
        Content = new FormUrlEncodedContent([new("__RequestVerificationToken", page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]),
    };
}
