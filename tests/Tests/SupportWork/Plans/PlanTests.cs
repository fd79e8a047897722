using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Documents;
using Trellis.Platform.Access;
using Trellis.Support.Log;
using Trellis.Support.Plans;
using Trellis.Tests.Documents;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Plans;

/// <summary>A group and its worker plan together, and what was done shows.</summary>
public sealed class PlanTests(Site site) : PlanScene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task A_group_plans_with_its_worker_and_finishes_with_evidence_that_goes_into_its_documents()
    {
        var (worker, lead) = (await Worker(), await Lead());
        Assert.Contains("No plan yet", (await lead.Open(Address("/plan"))).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await Choose(worker, "Write a reserves policy")).Status);
        Assert.Equal(302, (await Choose(lead, "Open a bank account", topic: "Money: Bank account and controls")).Status);
        var seen = await lead.Open(Address("/plan"));
        Assert.Contains("Write a reserves policy", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Ann sees to it", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Support worker goes along with it", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Three to five actions is a good number", seen.Text, StringComparison.Ordinal);

        var action = await Action("Open a bank account");
        var finish = await lead.Open(Address("/finish-action/" + action.Id));
        var none = await lead.Send(finish, null);
        Assert.Equal(422, none.Status);
        Assert.Equal(["Say what shows that it is done, or choose a document that does."], none.Problems);
        var done = await lead.Send(finish, ("The file", "letter.pdf", GoodFiles.Pdf), ("What is it?", "Bank statement or letter"), ("In your own words", "Account opened"), ("Valid until", "1 5 2028"));
        Assert.Equal(302, done.Status);
        seen = await done.FollowRedirect();
        Assert.Contains("Shown by: Bank statement or letter: Account opened", seen.Text, StringComparison.Ordinal);
        Assert.Equal(GoodFiles.Pdf, (await seen.Follow("Bank statement or letter: Account opened")).Body);
        var document = Assert.Single(await site.InDb(db => db.DocumentsOf(Group.Id).ToListAsync()));
        Assert.Equal((new DateOnly(2028, 5, 1), Readers.Own), (document.ExpiresOn!.Value, document.Readers));
        Assert.DoesNotContain("Account opened", (await worker.Open(Address("/plan"))).Text, StringComparison.Ordinal); // for the group's own people only

        var again = await lead.Open(Address("/finish-action/" + (await Action("Write a reserves policy")).Id));
        Assert.Equal(302, (await lead.Send(again, null, ("A document that the group keeps", "Bank statement or letter: Account opened"))).Status);
        Assert.Single(await site.InDb(db => db.DocumentsOf(Group.Id).ToListAsync())); // kept once, used twice
    }

    [Fact]
    public async Task What_a_worker_adds_as_evidence_the_staff_may_read()
    {
        var worker = await Worker();
        await Choose(worker, "Insure the hall");
        var action = await Action("Insure the hall");
        var done = await worker.Send(await worker.Open(Address("/finish-action/" + action.Id)), ("The file", "policy.pdf", GoodFiles.Pdf), ("What is it?", "Insurance certificate"));
        Assert.Contains("Shown by: Insurance certificate", (await done.FollowRedirect()).Text, StringComparison.Ordinal);
        Assert.Equal(Readers.Staff, (await site.InDb(db => db.DocumentsOf(Group.Id).SingleAsync())).Readers);
    }

    [Fact]
    public async Task Support_that_names_the_action_or_its_item_shows_under_it_by_itself()
    {
        var (worker, lead) = (await Worker(), await Lead());
        await Choose(worker, "Keep the books");
        var action = await Action("Keep the books");
        await site.InDb(db => db.Set<PlanAction>().Where(one => one.Id == action.Id).ExecuteUpdateAsync(one => one.SetProperty(a => a.Criterion, "money-3")));
        await Log("Sat down with Ann", 40, action.Id, null, true);
        await Log("Sent the template", null, null, "money-3", false);
        await Log("Something else", 10, null, "money-4", true);
        var seen = await worker.Open(Address("/plan"));
        Assert.Contains("Sat down with Ann (40 minutes)", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Sent the template", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Something else", seen.Text, StringComparison.Ordinal);
        var own = await lead.Open(Address("/plan"));
        Assert.Contains("Sat down with Ann", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sent the template", own.Text, StringComparison.Ordinal); // not shared with the group
    }

    [Fact]
    public async Task More_than_five_open_actions_wait_their_turn()
    {
        var worker = await Worker();
        for (var number = 1; number <= 5; number++)
        {
            Assert.Equal(302, (await Choose(worker, "Action " + number)).Status);
        }

        Assert.Contains("5 open actions", (await worker.Open(Address("/choose-actions"))).Text, StringComparison.Ordinal);
        var given = await (await worker.Open(Address("/change-action/" + (await Action("Action 1")).Id))).Submit(("Given upSay why below", "x"), ("If it is given up: why?", ""));
        Assert.Equal(["Say why the group gives it up. It helps whoever plans next."], given.Problems);
        Assert.Equal(302, (await given.Submit(("If it is given up: why?", "Nobody has time"))).Status);
        Assert.Contains("Given up because: Nobody has time", (await worker.Open(Address("/plan"))).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await Choose(worker, "Action 6")).Status);
    }

    [Fact]
    public async Task Two_who_change_an_action_at_once_see_both_texts()
    {
        var (worker, lead) = (await Worker(), await Lead());
        await Choose(worker, "Find trustees");
        var action = await Action("Find trustees");
        var (first, second) = (await worker.Open(Address("/change-action/" + action.Id)), await lead.Open(Address("/change-action/" + action.Id)));
        Assert.Equal(302, (await first.Submit(("Why?", "Two are leaving"))).Status);
        var late = await second.Submit(("Why?", "One is leaving"));
        Assert.Equal(409, late.Status);
        Assert.Contains("Two are leaving", late.Text, StringComparison.Ordinal);
        Assert.Contains("One is leaving", late.Html, StringComparison.Ordinal);
        Assert.Equal(302, (await late.Submit(("Why?", "One or two are leaving"))).Status);
        Assert.Equal("One or two are leaving", (await Action("Find trustees")).Why);
    }

    [Fact]
    public async Task A_plan_is_closed_when_nothing_is_open_and_the_next_one_begins()
    {
        var worker = await Worker();
        await Choose(worker, "Meet the council");
        var early = await (await worker.Open(Address("/close-plan"))).Press("Close it");
        Assert.Contains("Some actions are open still", Assert.Single(early.Problems), StringComparison.Ordinal);
        await worker.Send(await worker.Open(Address("/finish-action/" + (await Action("Meet the council")).Id)), null, ("What shows that it is done?", "Met on Monday"));
        Assert.Equal(302, (await (await worker.Open(Address("/close-plan"))).Press("Close it")).Status);
        await Choose(worker, "Ask for a grant");
        var seen = await worker.Open(Address("/plan"));
        Assert.Contains("What shows it: Met on Monday", seen.Text, StringComparison.Ordinal);
        Assert.Equal(2, await site.InDb(db => db.Set<GroupPlan>().CountAsync(plan => plan.OrganisationId == Group.Id)));
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_typed_is_lost()
    {
        var worker = await Worker();
        var page = await (await worker.Open(Address("/choose-actions"))).Press("Put it into the plan", ("What is to be done?", " "), ("Why?", "Because"), ("By when?", "soonish"));
        Assert.Equal(422, page.Status);
        Assert.Equal(["Choose what it is about.", "Enter the day by which it is to be done, such as 27 3 2027.", "Say in a few words what is to be done."], page.Problems.Order(StringComparer.Ordinal));
        Assert.Contains("soonish", page.Html, StringComparison.Ordinal);
        var wordy = await page.Press("Put it into the plan", ("What is to be done?", new string('x', 151)), ("What is it about?", "Money"), ("By when?", "1 5 2027"));
        Assert.Equal(["Say it in at most 150 letters; these are 151."], wordy.Problems);
        Assert.Empty(await Actions());
    }

    [Fact]
    public async Task Members_read_and_others_find_no_plan()
    {
        await Choose(await Worker(), "Meet monthly");
        var member = await site.SignInAs(Role.Member, Group.Id, Place.Id);
        var seen = await member.Open(Address("/plan"));
        Assert.Contains("Meet monthly", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Choose actions", seen.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await member.Open(Address("/choose-actions"))).Status);
        Assert.Equal(404, (await (await site.SignInAs(Role.Viewer, Place.Id, Place.Id)).Open(Address("/plan"))).Status);
        Assert.Equal(404, (await site.Open(Address("/plan"))).Status);
    }

    private Task Log(string done, int? minutes, Guid? action, string? criterion, bool isShared) => site.InDb(async db =>
    {
        var entry = db.Add(new SupportEntry { Id = Guid.CreateVersion7(), PlaceId = Place.Id, OnDay = Today, Minutes = minutes, Way = Way.Phone, TopicId = await Topic("money"), Done = done, ActionId = action, Criterion = criterion, IsShared = isShared, WrittenAt = site.Clock.GetUtcNow() }).Entity;
        db.Add(new EntryGroup { EntryId = entry.Id, OrganisationId = Group.Id });
        await db.SaveChangesAsync();
    });
}
