using Trellis.Groups.Confirming;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Confirming;

/// <summary>A group says by a mailed link, without an account, whether its entry is still right.</summary>
public sealed class ConfirmTests(Site site) : Scene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task One_tap_confirms_and_opening_the_link_does_not()
    {
        await Ask();
        var link = await LinkIn(Mailbox);
        for (var time = 0; time < 3; time++)
        {
            Assert.Contains("Is this still right?", (await site.Open(link)).Heading, StringComparison.Ordinal);
        }

        Assert.Null((await site.Named(Group.Name)).ConfirmedAt);
        var page = await site.Open(link);
        Assert.Contains("Thank you", (await page.Press("All still right")).Heading, StringComparison.Ordinal);
        Assert.Contains("Confirmed by the group on 1 September 2026", (await site.Open(Address())).Text.Replace($"on {site.Clock.Now:d MMMM yyyy}", "on 1 September 2026", StringComparison.Ordinal), StringComparison.Ordinal);
        await Soon.Until(async () => (await site.Open("/groups?confirmed=" + site.Clock.Now.Year)).Text.Contains(Group.Name, StringComparison.Ordinal) ? "found" : null);
        var twice = await page.Press("All still right");
        Assert.Equal(410, twice.Status);
        Assert.Contains("works no longer", twice.Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_taps_at_once_count_once()
    {
        await Ask();
        var page = await site.Open(await LinkIn(Mailbox));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => page.Press("All still right")));
        Assert.Equal([200, 410, 410, 410, 410, 410], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task A_link_that_is_too_old_offers_a_new_one()
    {
        await Ask();
        var link = await LinkIn(Mailbox);
        site.Clock.Pass(TimeSpan.FromDays(61));
        var over = await site.Open(link);
        Assert.Equal(410, over.Status);
        Assert.Contains("A new link", (await over.Press("Send a new link")).Heading, StringComparison.Ordinal);
        Assert.NotEqual(link, await LinkIn(Mailbox));
        Assert.Equal(200, (await site.Open(await LinkIn(Mailbox))).Status);
        Assert.Equal(410, (await site.Open("/confirm?key=nonsense")).Status);
        Assert.Equal(410, (await site.Open("/confirm")).Status);
    }

    [Fact]
    public async Task What_the_groups_mailbox_changes_waits_and_what_a_lead_changes_is_shown_at_once()
    {
        await Ask();
        var sent = await (await site.Open(await LinkIn(Mailbox))).Press("Send the changes", ("What they do", "Only tandems now"));
        Assert.Contains("before they are shown", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Only tandems now", (await site.Open(Address())).Text, StringComparison.Ordinal);
        var lead = SomebodysMail();
        await site.SignInAs(Role.Lead, Group.Id, Place.Id, lead);
        site.Clock.Pass(TimeSpan.FromDays(4));
        await Ask();
        var wrong = await (await site.Open(await LinkIn(lead))).Press("Send the changes", ("Website", "not a website"), ("What they do", "Only unicycles now"));
        Assert.Equal(422, wrong.Status);
        Assert.Equal(200, (await wrong.Press("Send the changes", ("Website", "unicycles.example.org"))).Status);
        Assert.Contains("Only unicycles now Confirmed by the group", (await site.Open(Address())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_unanswered_askings_show_as_not_confirmed_and_the_group_stays()
    {
        await Ask();
        site.Clock.Pass(TimeSpan.FromDays(20));
        await Ask();
        Assert.DoesNotContain("Not confirmed", (await site.Open(Address())).Text, StringComparison.Ordinal);
        site.Clock.Pass(TimeSpan.FromDays(15));
        var page = await site.Open(Address());
        Assert.Equal(200, page.Status);
        Assert.Contains("Not confirmed", page.Text, StringComparison.Ordinal);
        await (await site.Open(await LinkIn(Mailbox))).Press("All still right");
        Assert.DoesNotContain("Not confirmed", (await site.Open(Address())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_confirms_with_one_button_and_chooses_how_often_to_be_asked()
    {
        var lead = await Lead();
        await (await lead.Open(Address("/edit"))).Press("Save", ("Every 3 months", "yes"));
        Assert.Equal(3, (await site.All<Freshness>()).Single(one => one.OrganisationId == Group.Id).EveryMonths);
        Assert.Equal(302, (await (await lead.Open(Address())).Press("All still right")).Status);
        Assert.NotNull((await site.Named(Group.Name)).ConfirmedAt);
    }

    [Theory]
    [InlineData(null, null, 0, true)]
    [InlineData(89, null, 0, false)]
    [InlineData(93, null, 0, true)]
    [InlineData(200, 13, 1, false)]
    [InlineData(200, 15, 1, true)]
    [InlineData(200, 15, 2, false)]
    [InlineData(200, 93, 2, true)]
    public void A_group_is_asked_when_its_promise_says_so(int? confirmedDaysAgo, int? askedDaysAgo, int unanswered, bool due)
    {
        var now = new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);
        var freshness = new Freshness { OrganisationId = Guid.NewGuid(), EveryMonths = 3, Unanswered = unanswered, AskedAt = askedDaysAgo is { } asked ? now.AddDays(-asked) : null };
        Assert.Equal(due, AskDueGroups.IsDue(freshness, confirmedDaysAgo is { } days ? now.AddDays(-days) : null, now));
    }

    private async Task Ask()
    {
        var asked = await (await (await Worker()).Open(Address("/asking"))).Press("Send the asking");
        Assert.Equal(302, asked.Status);
    }
}
