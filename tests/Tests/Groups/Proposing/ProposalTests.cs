using Trellis.Platform.Access;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Proposing;

/// <summary>Others propose changes; the lead or a worker takes what is right, field by field.</summary>
public sealed class ProposalTests(Site site) : Scene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task What_is_taken_is_shown_and_what_is_not_taken_is_answered_with_a_reason()
    {
        var sender = await Propose(("What they do", "Bicycles and tandems"), ("Telephone", "0161 912 2222"));
        Assert.DoesNotContain("tandems", (await site.Open(Address())).Text, StringComparison.Ordinal);
        var lead = await Lead();
        var page = await lead.Open(Address("/changes"));
        Assert.Equal(["What they do", "Bicycles for everyone", "Bicycles and tandems"], page.Table("What stands there")[0].Take(3));
        Assert.Equal(422, (await page.Press("Decide", ("Take what they do", "yes"))).Status);
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(302, (await page.Press("Decide", ("Take what they do", "yes"), ("Why not, where something is not taken", "That number is private."))).Status);
        var shown = (await site.Open(Address())).Text;
        Assert.Contains("Bicycles and tandems Confirmed by the group", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("0161 912 2222", shown, StringComparison.Ordinal);
        var letter = await site.LatestLetter(sender);
        Assert.Contains("What they do: taken", letter, StringComparison.Ordinal);
        Assert.Contains("That number is private.", letter, StringComparison.Ordinal);
        Assert.Contains("decided already", (await page.Press("Decide", ("Take what they do", "yes"), ("Why not, where something is not taken", "x"))).Problems.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_decides_too_and_it_counts_as_entered_by_a_worker()
    {
        await Propose(("Who is helped", "Learners of all ages"));
        var worker = await Worker();
        Assert.Contains(Group.Name, (await worker.Open("/work/changes")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await (await worker.Open(Address("/changes"))).Press("Decide", ("Take who is helped", "yes"))).Status);
        Assert.Contains("Learners of all ages Entered by a worker", (await site.Open(Address())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_reported_a_fault_can_propose_by_the_link_in_the_answer_but_confirms_nothing()
    {
        var sender = SomebodysMail();
        await (await site.Open(Address("/wrong"))).Press("Send", ("What is wrong?", "The name"), ("Your email address, if you want an answer", sender));
        var page = await site.Open(await LinkIn(sender));
        Assert.DoesNotContain("All still right", page.All("button"));
        Assert.Contains("before they are shown", (await page.Press("Send the changes", ("Name of the group", "Spokes and Wheels"))).Text, StringComparison.Ordinal);
        Assert.Contains("Spokes and Wheels", (await (await Lead()).Open(Address("/changes"))).Text, StringComparison.Ordinal);
        Assert.Null((await site.Named(Group.Name)).ConfirmedAt);
    }

    [Fact]
    public async Task A_proposal_that_changes_nothing_is_sent_back_and_only_the_signed_in_may_propose()
    {
        var somebody = await site.SignIn(SomebodysMail());
        var page = await somebody.Open(Address("/propose"));
        Assert.Contains("changed nothing", (await page.Press("Send for approval")).Problems.Single(), StringComparison.Ordinal);
        Assert.Equal(404, (await site.Open(Address("/propose"))).Status);
        Assert.Equal(404, (await somebody.Open(Address("/changes"))).Status);
        Assert.Contains("/sign-in?back=", (await site.Open(Address())).Link("Propose a change"), StringComparison.Ordinal);
    }

    private async Task<string> Propose(params (string Label, string Value)[] changes)
    {
        var email = SomebodysMail();
        var sent = await (await (await site.SignIn(email)).Open(Address("/propose"))).Press("Send for approval", changes);
        Assert.Equal(302, sent.Status);
        return email;
    }
}
