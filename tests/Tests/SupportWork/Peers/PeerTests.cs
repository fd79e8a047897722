using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Measures;
using Trellis.Platform.Notices;
using Trellis.Support.Log;
using Trellis.Support.Peers;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;
using Trellis.Tests.SupportWork.Plans;

namespace Trellis.Tests.SupportWork.Peers;

/// <summary>A worker brings two groups together, and nobody's name is told before both have said yes.</summary>
public sealed class PeerTests(Site site) : PlanScene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task Two_groups_are_asked_agree_meet_and_their_hours_are_counted()
    {
        var (helper, worker) = (await site.OneGroup(Place), await Worker());
        var (helping, helped) = (await LeadOf(helper, "helper-" + Mailbox), await LeadOf(Group, "helped-" + Mailbox));
        await Say(helping, helper, "We could help others with this", "We bank online");
        await Say(helped, Group, "We would like help with this", "How to bank online?");
        Assert.Equal(302, (await Bring(worker, helper)).Status);
        Assert.Contains("have been asked already", Assert.Single((await Bring(worker, helper)).Problems), StringComparison.Ordinal);
        var asked = await site.LatestLetter("helper-" + Mailbox);
        Assert.Contains("How to bank online?", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("helped-" + Mailbox, asked, StringComparison.Ordinal);

        Assert.Equal(302, (await (await helping.Open($"/groups/{helper.Slug}/peers")).Press("Yes, introduce us")).Status);
        Assert.Contains("the other group has not answered yet", (await helping.Open($"/groups/{helper.Slug}/peers")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("helped-" + Mailbox, await site.LatestLetter("helper-" + Mailbox), StringComparison.Ordinal);
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(302, (await (await helped.Open(Address("/peers"))).Press("Yes, introduce us")).Status);
        Assert.Contains("helped-" + Mailbox, await site.LatestLetter("helper-" + Mailbox), StringComparison.Ordinal);
        Assert.Contains("helper-" + Mailbox, await site.LatestLetter("helped-" + Mailbox), StringComparison.Ordinal);

        var form = await worker.Open(Address("/peers"));
        Assert.Equal(["Enter the minutes, from 1 to 1,440."], (await form.Press("Write it into the log", ("Minutes of help", "1441"), ("What was done?", "Met"))).Problems);
        Assert.Equal(302, (await form.Press("Write it into the log", ("Minutes of help", "90"), ("What was done?", "Met at the bank"))).Status);
        Assert.Equal(302, (await form.Press("Write it into the log", ("Minutes of help", "90"), ("What was done?", "Met at the bank"))).Status); // pressed twice
        var entry = Assert.Single(await site.InDb(db => db.SupportEntries(Place.Id).Where(one => one.Way == Way.Peer && db.Set<EntryGroup>().Any(about => about.EntryId == one.Id && about.OrganisationId == Group.Id)).ToListAsync()));
        Assert.Equal((90, "Met at the bank"), (entry.Minutes, entry.Done));
        var record = Assert.Single(await Records(), one => one.Groups.Contains(Group.Id));
        Assert.Equal((90L, "Another group"), (record.Numbers["minutes"], record.Words["by"]));
    }

    [Fact]
    public async Task Who_says_no_is_not_introduced_and_only_leads_answer()
    {
        var (helper, worker) = (await site.OneGroup(Place), await Worker());
        var (helping, helped) = (await LeadOf(helper, "helper-" + Mailbox), await LeadOf(Group, "helped-" + Mailbox));
        await Say(helping, helper, "We could help others with this", "We bank online");
        await Say(helped, Group, "We would like help with this", "How to bank online?");
        await Bring(worker, helper);
        Assert.DoesNotContain("Yes, introduce us", (await worker.Open(Address("/peers"))).Text, StringComparison.Ordinal);
        await (await helped.Open(Address("/peers"))).Press("No, thank you");
        Assert.Contains("One of the two groups said no.", (await helping.Open($"/groups/{helper.Slug}/peers")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await Records(), one => one.Groups.Contains(Group.Id));
        Assert.Equal(0, await site.InDb(db => db.Set<Letter>().CountAsync(one => one.Email.EndsWith(Mailbox) && one.QueuedAt > site.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task What_cannot_be_is_said_in_words()
    {
        var (helper, worker) = (await site.OneGroup(Place), await Worker());
        var empty = await (await worker.Open("/work/peers")).Press("Ask both");
        Assert.Equal(["Choose a group that asks for help.", "Choose a group that offers help."], empty.Problems.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["Choose what it is about.", "Choose whether the group offers or asks.", "Say it in a sentence, in at most 500 letters."],
            (await (await worker.Open(Address("/peers"))).Press("Save")).Problems.Order(StringComparer.Ordinal));
        await Say(worker, helper, "We could help others with this", "We bank online");
        await Say(worker, Group, "We would like help with this", "How to bank online?");
        Assert.Contains("has no lead here who could say yes", Assert.Single((await Bring(worker, helper)).Problems), StringComparison.Ordinal);
        await (await worker.Open(Address("/peers"))).Press("No longer");
        Assert.DoesNotContain(Group.Name, (await worker.Open("/work/peers")).Text, StringComparison.Ordinal);
    }

    private async Task<Visitor> LeadOf(Organisation group, string email) => await site.SignInAs(Role.Lead, group.Id, Place.Id, email);

    private static async Task Say(Visitor who, Organisation group, string side, string words) =>
        Assert.Equal(302, (await (await who.Open($"/groups/{group.Slug}/peers")).Press("Save", (side, "x"), ("What is it about?", "Money"), ("In a sentence", words))).Status);

    private async Task<PageSeen> Bring(Visitor worker, Organisation helper) =>
        await (await worker.Open("/work/peers")).Press("Ask both", ("Who asks?", "Money: " + Group.Name), ("Who could help?", "Money: " + helper.Name));

    private Task<IReadOnlyList<CountedRecord>> Records()
    {
        var today = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime);
        return site.With<IEnumerable<IRecords>, IReadOnlyList<CountedRecord>>(all => all.Single(one => one.Kind == "peer-help").Read(Place, today.AddDays(-2), today, default));
    }
}
