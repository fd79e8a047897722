using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Measures;
using Trellis.Platform.Notices;
using Trellis.Support.Plans;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Plans;

/// <summary>What happens to plans as time goes by: reminders, quiet ones, and what reports count.</summary>
public sealed class PlanTimeTests(Site site) : PlanScene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task The_lead_and_the_worker_are_reminded_twice_and_nobody_else()
    {
        await site.Appoint(Role.Lead, Group.Id, Place.Id, "lead-" + Mailbox);
        await site.Appoint(Role.Member, Group.Id, Place.Id, "member-" + Mailbox);
        var worker = await site.SignInAs(Role.SupportWorker, Place.Id, Place.Id, "worker-" + Mailbox);
        await Choose(worker, "Write a budget", Today.AddDays(20).ToString("d M yyyy"));
        var before = await Letters();
        var told = new List<int>();
        for (var day = 0; day <= 30; day++)
        {
            var had = await Letters();
            await Run();
            await Run();
            if (await Letters() > had)
            {
                told.Add(day);
            }

            site.Clock.Pass(TimeSpan.FromDays(1));
        }

        Assert.Equal([6, 21], told);
        Assert.Equal(before + 4, await Letters());
        Assert.Equal(0, await site.InDb(db => db.Set<Letter>().CountAsync(one => one.Email == "member-" + Mailbox)));
        Assert.All(await site.InDb(db => db.Set<Letter>().Where(one => one.Email == "lead-" + Mailbox).ToListAsync()), letter => Assert.True(letter.MayWait));
        var last = await site.LatestLetter("lead-" + Mailbox);
        Assert.Contains("was to be done by", last, StringComparison.Ordinal);
        Assert.Contains($"/groups/{Group.Slug}/plan", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_day_is_reminded_of_anew_and_what_is_done_is_not()
    {
        await site.Appoint(Role.Lead, Group.Id, Place.Id, "lead-" + Mailbox);
        var worker = await Worker();
        await Choose(worker, "Write a budget", Today.AddDays(5).ToString("d M yyyy"));
        await Choose(worker, "Ask the bank", Today.AddDays(5).ToString("d M yyyy"));
        await worker.Send(await worker.Open(Address("/finish-action/" + (await Action("Ask the bank")).Id)), null, ("What shows that it is done?", "They said yes"));
        await Run();
        Assert.Equal(1, await site.InDb(db => db.Set<Letter>().CountAsync(one => one.Email == "lead-" + Mailbox)));
        await (await worker.Open(Address("/change-action/" + (await Action("Write a budget")).Id))).Submit(("By when?", Today.AddDays(60).ToString("d M yyyy")));
        site.Clock.Pass(TimeSpan.FromDays(50));
        await Run();
        Assert.Equal(2, await site.InDb(db => db.Set<Letter>().CountAsync(one => one.Email == "lead-" + Mailbox)));
    }

    [Fact]
    public async Task A_plan_in_which_nothing_happens_is_listed_as_quiet()
    {
        var email = $"worker-{Guid.CreateVersion7():n}@example.org";
        var worker = await site.SignInAs(Role.SupportWorker, Place.Id, Place.Id, email);
        await Choose(worker, "Plant a garden", Today.AddDays(200).ToString("d M yyyy"));
        Assert.Equal("Going on", Row(await worker.Open("/work/plans"))[1]);
        site.Clock.Pass(TimeSpan.FromDays(WatchPlans.QuietDays + 1));
        worker = await site.SignInAs(Role.SupportWorker, Place.Id, Place.Id, email);
        Assert.Equal("Gone quiet", Row(await worker.Open("/work/plans?mine=true"))[1]);
        await (await worker.Open(Address("/change-action/" + (await Action("Plant a garden")).Id))).Submit(("Going on", "x"));
        Assert.Equal("Going on", Row(await worker.Open("/work/plans"))[1]);
    }

    [Fact]
    public async Task Reports_count_plans_and_actions_by_their_day()
    {
        var worker = await Worker();
        var first = Today;
        await Choose(worker, "One");
        await Choose(worker, "Two");
        site.Clock.Pass(TimeSpan.FromDays(10));
        await (await (await Worker()).Open(Address("/change-action/" + (await Action("Two")).Id))).Submit(("Given upSay why below", "x"), ("If it is given up: why?", "No time"));
        var plans = await Records("plans", first, first);
        var plan = Assert.Single(plans, one => one.Groups.Contains(Group.Id));
        Assert.Equal((2L, "Going on"), (plan.Numbers["actions"], plan.Words["state"]));
        Assert.Equal(["One"], (await Records("plan-actions", first, first)).Where(one => one.Groups.Contains(Group.Id)).Select(one => one.Title));
        var given = Assert.Single(await Records("plan-actions", Today, Today), one => one.Groups.Contains(Group.Id));
        Assert.Equal(("Two", "Given up", "Money"), (given.Title, given.Words["state"], given.Words["topic"]));
    }

    private Task<IReadOnlyList<CountedRecord>> Records(string kind, DateOnly first, DateOnly last) =>
        site.With<IEnumerable<IRecords>, IReadOnlyList<CountedRecord>>(all => all.Single(one => one.Kind == kind).Read(Place, first, last, default));

    private IReadOnlyList<string> Row(PageSeen page) => page.Table("Plans that go on").Single(row => row[0] == Group.Name);

    private Task<string> Run() => site.With<RemindOfActions, string>(job => job.Handle(default));

    private Task<int> Letters() => site.InDb(db => db.Set<Letter>().CountAsync(one => one.Email.EndsWith(Mailbox)));
}
