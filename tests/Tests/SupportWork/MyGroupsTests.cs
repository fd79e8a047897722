using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork;

/// <summary>A worker's day shows what they agreed, until something later is logged, and which groups have gone quiet.</summary>
public sealed class MyGroupsTests(Site site) : Scene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task What_was_agreed_stands_in_the_day_until_it_is_done()
    {
        var worker = await Worker();
        Assert.Contains("You have agreed nothing with anybody.", (await worker.Open("/work/my-groups")).Text, StringComparison.Ordinal);
        await Log(worker, ("What comes next", "Call back"), ("On", "3 9 2026"));
        var day = await worker.Open("/work/my-groups");
        Assert.Matches($"{Group.Name} Call back on 3 September 2026 Log help", day.Text);
        Assert.DoesNotContain("Overdue", day.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Group.Name, (await (await Worker()).Open("/work/my-groups")).Text, StringComparison.Ordinal); // another worker's day

        site.Clock.Pass(TimeSpan.FromMinutes(1));
        await Log(worker);
        Assert.Contains("You have agreed nothing with anybody.", (await worker.Open("/work/my-groups")).Text, StringComparison.Ordinal);
        Assert.Equal([Group.Name, "1 September 2026", "2", "24 minutes"], (await worker.Open("/work/my-groups")).Table("Groups you have helped").Single());
    }

    [Fact]
    public async Task A_group_that_nobody_spoke_with_for_half_a_year_is_named()
    {
        var worker = await Worker();
        await Log(worker, ("Day of the help", "28 2 2026"));
        Assert.Contains($"Without contact for six months {Group.Name} last on 28 February 2026", (await worker.Open("/work/my-groups")).Text, StringComparison.Ordinal);
        await Log(await Worker(), ("Day of the help", "2 3 2026")); // by anybody
        Assert.Contains("Without contact for six months None of your groups.", (await worker.Open("/work/my-groups")).Text, StringComparison.Ordinal);
    }

    private async Task Log(Visitor worker, params (string, string)[] more) =>
        Assert.Equal(302, (await (await worker.Open("/work/log?group=" + Group.Slug)).Press("Save", [("Minutes", "12"), ("What about", "Governance"), ("What was done", "Rang"), .. more])).Status);
}
