using Microsoft.EntityFrameworkCore;
using Trellis.Support.Library;
using Trellis.Support.Log;
using Trellis.Tests.Documents;
using Trellis.Tests.Groups;
using Trellis.Tests.Support;
using Trellis.Tests.SupportWork.Plans;

namespace Trellis.Tests.SupportWork.Library;

/// <summary>Workers keep a library, everybody finds in it, and plans use it.</summary>
public sealed class LibraryTests(Site site) : PlanScene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task What_a_worker_adds_everybody_finds_by_words_and_topic()
    {
        var title = Title("Budget");
        Assert.Equal(302, (await Add(await Worker(), title)).Status);
        Assert.Contains(title, (await site.Open("/library?q=" + title.Split(' ')[1] + "+TREASURER")).Text, StringComparison.Ordinal);
        Assert.Contains(title, (await site.Open("/library?topic=money")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(title, (await site.Open("/library?topic=people")).Text, StringComparison.Ordinal);
        Assert.Contains("Nothing here", (await site.Open("/library?q=zebracrossing")).Text, StringComparison.Ordinal);
        var page = await (await site.Open("/library?q=" + title.Split(' ')[1])).Follow(title);
        Assert.Equal("https://guides.example.org/budget", page.Link("https://guides.example.org/budget"));
    }

    [Fact]
    public async Task A_change_makes_a_new_edition_and_keeps_the_old_one_to_be_read()
    {
        var worker = await Worker();
        var title = Title("Old");
        await Add(worker, title);
        var id = await Id(title);
        var changed = await worker.Send(await worker.Open("/work/library/" + id), ("Or a file", "budget.docx", GoodFiles.Docx), ("Title", "New " + title));
        Assert.Equal(302, changed.Status);
        var page = await site.Open("/library/" + id);
        Assert.Contains("Edition 1, until", page.Text, StringComparison.Ordinal);
        Assert.Contains(": " + title, page.Text, StringComparison.Ordinal);
        Assert.Equal(GoodFiles.Docx, (await page.Follow("Download budget.docx")).Body);
        await worker.Send(await worker.Open("/work/library/" + id), null, ("When is somebody to read it again?", "1 5 2030")); // it says the same still
        var kept = (await site.All<Resource>()).Single(one => one.Id == id);
        Assert.Equal((2, new DateOnly(2030, 5, 1)), (kept.Edition, kept.ReviewOn));
    }

    [Fact]
    public async Task Two_who_change_at_once_are_told_and_a_retired_one_is_not_offered()
    {
        var (worker, other, title) = (await Worker(), await Worker(), Title("Lease"));
        await Add(worker, title);
        var id = await Id(title);
        var (first, second) = (await worker.Open("/work/library/" + id), await other.Open("/work/library/" + id));
        Assert.Equal(302, (await worker.Send(first, null, ("What does it help with?", "Leases of halls"))).Status);
        var late = await other.Send(second, null, ("What does it help with?", "Hiring halls"));
        Assert.Equal(409, late.Status);
        Assert.Contains("Leases of halls", late.Text, StringComparison.Ordinal);
        Assert.Contains("Hiring halls", late.Html, StringComparison.Ordinal);
        await (await worker.Open("/work/library/" + id)).Press("Retire it");
        Assert.DoesNotContain(title, (await site.Open("/library")).Text, StringComparison.Ordinal);
        Assert.Contains("This is no longer offered", (await site.Open("/library/" + id)).Text, StringComparison.Ordinal);
        await (await worker.Open("/work/library/" + id)).Press("Offer it again");
        Assert.Contains(title, (await site.Open("/library")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_will_not_do_is_said_and_no_link_can_run_anything()
    {
        var worker = await Worker();
        var empty = await worker.Send(await worker.Open("/work/library"), null, ("Title", ""));
        Assert.Equal(
            ["Choose what it is about.", "Choose what it is.", "Enter the day on which somebody is to read it again, such as 27 3 2027.", "Enter where it is, or choose a file.", "Give it a title of at most 150 letters.", "Say in a sentence or two what it is and whom it helps, in at most 1,000 letters."],
            empty.Problems.Order(StringComparer.Ordinal));
        foreach (var address in new[] { "javascript:alert(1)", "data:text/html,x", "ftp://files.example.org", "https://me:pass@guides.example.org", "guides", "file:///etc/passwd" })
        {
            Assert.Equal(["Enter the whole address, as in https://www.example.org/guide."], (await Add(worker, Title("Bad"), address)).Problems);
        }
    }

    [Fact]
    public async Task The_set_to_start_with_is_brought_in_once_and_is_due_to_be_read()
    {
        var worker = await Worker();
        Assert.Equal(302, (await (await worker.Open("/work/library")).Press("Bring in the set to start with")).Status);
        await site.With<BringStarters, int>(bring => bring.Handle(Place.Id, default));
        Assert.Equal(BringStarters.All.Count, await site.InDb(db => db.Resources(Place.Id).CountAsync(one => one.Key != null)));
        Assert.DoesNotContain("Bring in the set", (await worker.Open("/work/library")).Text, StringComparison.Ordinal);
        Assert.InRange(BringStarters.All.Count, 20, 30);
        Assert.Equal(BringStarters.All.Count, BringStarters.All.Select(one => one.Url).Distinct().Count());
        var topics = (await Topics()).Select(topic => topic.Key).ToHashSet();
        Assert.All(BringStarters.All, one =>
        {
            Assert.StartsWith("https://", one.Url, StringComparison.Ordinal);
            Assert.Contains(one.Topic, topics);
        });
    }

    [Fact]
    public async Task The_library_suggests_by_what_the_group_was_helped_with_and_the_plan_uses_it()
    {
        var (worker, title) = (await Worker(), Title("Reserves"));
        await Add(worker, title);
        Assert.DoesNotContain(title, (await worker.Open(Address("/choose-actions"))).Text, StringComparison.Ordinal);
        await site.InDb(async db =>
        {
            var entry = db.Add(new SupportEntry { Id = Guid.CreateVersion7(), PlaceId = Place.Id, OnDay = Today, Minutes = 10, Way = Way.Phone, TopicId = await Topic("money"), Done = "Talked", IsShared = false, WrittenAt = site.Clock.GetUtcNow() }).Entity;
            db.Add(new EntryGroup { EntryId = entry.Id, OrganisationId = Group.Id });
            await db.SaveChangesAsync();
        });
        var choose = await worker.Open(Address("/choose-actions"));
        var mine = choose.Document.QuerySelectorAll("input[name=Chosen]").First(box => box.ParentElement!.TextContent.Contains(title, StringComparison.Ordinal));
        ((AngleSharp.Html.Dom.IHtmlInputElement)mine).IsChecked = true;
        Assert.Equal(302, (await choose.Press("Put these into the plan")).Status);
        var plan = await worker.Open(Address("/plan"));
        Assert.Contains("Work through: " + title, plan.Text, StringComparison.Ordinal);
        Assert.Contains("From the library: " + title, plan.Text, StringComparison.Ordinal);

        var second = Title("Banking");
        await Add(worker, second);
        var change = await worker.Open(Address("/change-action/" + (await Action("Work through: " + title)).Id));
        Assert.Equal(["Choose what of the library it is to use."], (await change.Press("Use it for this action")).Problems);
        Assert.Equal(302, (await change.Press("Use it for this action", ("What would help with it?", second))).Status);
        Assert.Contains(second, (await worker.Open(Address("/plan"))).Text, StringComparison.Ordinal);
        Assert.Equal("1", (await worker.Open("/work/library")).Table("What is in the library").Single(row => row[0] == second)[4]);
    }

    private static string Title(string word) => $"{word} {Guid.CreateVersion7():n}";

    private Task<Guid> Id(string title) => site.InDb(db => db.Set<Resource>().Where(one => one.Title == title).Select(one => one.Id).SingleAsync());

    private static async Task<PageSeen> Add(Visitor worker, string title, string url = "https://guides.example.org/budget") => await worker.Send(
        await worker.Open("/work/library"), null, ("Guide", "x"), ("Title", title), ("What does it help with?", "For a treasurer with an evening"), ("Where is it?", url), ("What is it about?", "Money"), ("When is somebody to read it again?", "1 5 2027"));
}
