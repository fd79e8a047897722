using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Problems;
using Trellis.Platform.Access;
using Trellis.Platform.Notices;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Problems;

/// <summary>Anybody says what is wrong, a worker answers, the sender hears what was done.</summary>
public sealed class ProblemTests(Site site) : Scene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task Somebody_without_an_account_tells_what_is_wrong_and_gets_the_workers_answer()
    {
        var sender = SomebodysMail();
        var form = await (await site.Open(Address())).Follow("Is something wrong here?");
        var sent = await form.Press("Send", ("What is wrong?", "They moved to Urmston"), ("Your email address, if you want an answer", sender));
        Assert.Contains("Thank you", (await sent.FollowRedirect()).Heading, StringComparison.Ordinal);
        Assert.Contains("They moved to Urmston", await site.LatestLetter(sender), StringComparison.Ordinal);
        var worker = await Worker();
        var queue = await worker.Open("/work/problems");
        Assert.Contains("They moved to Urmston", queue.Text, StringComparison.Ordinal);
        Assert.Contains(Mailbox, queue.Text, StringComparison.Ordinal);
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        var closed = await queue.Press($"Close what was said of {Group.Name}", ("What was done", "We put the new address there."));
        Assert.Equal(302, closed.Status);
        Assert.Contains("We put the new address there.", await site.LatestLetter(sender), StringComparison.Ordinal);
        Assert.DoesNotContain("They moved to Urmston", (await worker.Open("/work/problems")).Text, StringComparison.Ordinal);
        var again = await queue.Press($"Close what was said of {Group.Name}", ("What was done", "Again"));
        Assert.Equal(422, again.Status);
        Assert.Contains("answered this already", again.Problems.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_will_not_do_is_said_in_a_sentence_and_nothing_is_kept()
    {
        var before = (await site.All<ReportedProblem>()).Count;
        var page = await site.Open(Address("/wrong"));
        Assert.Equal(422, (await page.Press("Send", ("What is wrong?", "  "))).Status);
        var again = await page.Press("Send", ("What is wrong?", "Kept words"), ("Your email address, if you want an answer", "nobody"));
        Assert.Equal((422, true), (again.Status, again.Html.Contains("Kept words", StringComparison.Ordinal)));
        Assert.Equal(422, (await page.Press("Send", ("What is wrong?", new string('x', 4_001)))).Status);
        Assert.Equal(302, (await page.Press("Send", ("What is wrong?", "Buy this"), ("Leave this empty", "https://spam.example"))).Status);
        Assert.Equal(before, (await site.All<ReportedProblem>()).Count);
        Assert.Equal(404, (await site.Open("/groups/no-such-group/wrong")).Status);
    }

    [Fact]
    public async Task Nobody_can_use_it_to_flood_a_mailbox()
    {
        var victim = SomebodysMail();
        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(302, (await (await site.Open(Address("/wrong"))).Press("Send", ("What is wrong?", "x"), ("Your email address, if you want an answer", victim))).Status);
        }

        Assert.Equal(422, (await (await site.Open(Address("/wrong"))).Press("Send", ("What is wrong?", "x"), ("Your email address, if you want an answer", victim))).Status);
        Assert.Equal(3, await site.InDb(db => db.Set<Letter>().CountAsync(letter => letter.Email == victim)));
        site.Clock.Pass(TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task Only_the_places_workers_see_what_was_said()
    {
        foreach (var visitor in new[] { site.Visit(), await Lead(), await site.SignIn("resident@example.org"), await site.SignInAs(Role.Viewer, Place.Id, Place.Id), await site.SignInAs(Role.SupportWorker, Guid.CreateVersion7(), null) })
        {
            Assert.Equal(404, (await visitor.Open("/work/problems")).Status);
            Assert.Equal(404, (await visitor.Open("/work/changes")).Status);
        }

        Assert.Equal(200, (await (await Worker()).Open("/work/changes")).Status);
    }
}
