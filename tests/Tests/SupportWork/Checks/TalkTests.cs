using Trellis.Platform.Audit;
using Trellis.Support.Checks.Records;
using Trellis.Tests.Groups;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Checks;

/// <summary>The group talks over where views differ, agrees in its own words, and sees the result; a worker is there by its leave alone.</summary>
public sealed class TalkTests(Site site) : CheckScene(site)
{
    [Fact]
    public async Task The_spread_is_shown_per_item_without_names_once_the_answers_are_closed()
    {
        var lead = await Lead();
        var check = await Begin(lead);
        Assert.Equal("Nobody has answered anything yet. Ask somebody, or answer yourself, before you close.", (await (await lead.Open(check)).Press("Close the answers and talk")).Problems.Single());
        await AnswerAll(await Ask(lead, check, "Joan Onlyhere"), "Strong and reviewed", "All is well");
        await AnswerAll(await Ask(lead, check, "Bob Onlyhere"), "Not yet", "Nothing is there");
        await AnswerAll(await Ask(lead, check, "Cas Onlyhere"), "I do not know");
        Assert.DoesNotContain("Nothing is there", (await lead.Open($"{Talk(check)}/{FirstSteps.Items[0].Id}")).Text, StringComparison.Ordinal);
        await (await lead.Open(check)).Press("Close the answers and talk");

        var talk = await lead.Open(Talk(check));
        Assert.Equal([FirstSteps.Items[0].Name + " views differ", "1", "0", "0", "1", "1", "0", "not yet talked about"], talk.Table("Views on Purpose")[0]);
        var item = await lead.Open($"{Talk(check)}/{FirstSteps.Items[0].Id}");
        Assert.Contains("Not yet: 1 Strong and reviewed: 1 Not known: 1", item.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing is there", item.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Onlyhere", talk.Text + item.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_level_is_agreed_with_a_reason_and_two_who_write_at_once_see_both_texts()
    {
        var lead = await Lead();
        var check = await Begin(lead);
        await AnswerAll(await Ask(lead, check, "Joan"), "Started");
        await (await lead.Open(check)).Press("Close the answers and talk");
        var item = FirstSteps.Items[0];
        var (one, two) = (await lead.Open($"{Talk(check)}/{item.Id}"), await lead.Open($"{Talk(check)}/{item.Id}"));
        Assert.Equal(["Choose what the group agreed on.", "Say why in a sentence or two, in at most 2,000 letters."], (await one.Press("Save and go on")).Problems);
        Assert.EndsWith("/" + FirstSteps.Items[1].Id, (await one.Press("Save and go on", (Chosen(item, "In place"), "x"), ("Why?", "It is on the wall"))).Response.Headers.Location!.ToString(), StringComparison.Ordinal);
        var late = await two.Press("Save and go on", (Chosen(item, "Started"), "x"), ("Why?", "Half of us know it"));
        Assert.Equal(409, late.Status);
        Assert.Contains("Somebody else wrote this down meanwhile.", late.Text, StringComparison.Ordinal);
        Assert.Contains("It is on the wall", late.Text, StringComparison.Ordinal);
        Assert.Contains("Half of us know it", late.Html, StringComparison.Ordinal);
        Assert.Equal("It is on the wall", (await site.All<Agreed>()).Single(agreed => agreed.AssessmentId == Id(check)).Reason);
        Assert.Equal(302, (await late.Press("Save and go on", ("Why?", "On the wall, and half of us know it"))).Status);
        Assert.Equal((Said.Started, "On the wall, and half of us know it"), (await site.All<Agreed>()).Where(agreed => agreed.AssessmentId == Id(check)).Select(agreed => (agreed.Said, agreed.Reason)).Single());
    }

    [Fact]
    public async Task What_was_agreed_stands_when_the_check_is_finished_and_the_result_shows_strengths_first_and_no_total()
    {
        var lead = await Lead();
        var check = await Begin(lead);
        await AnswerAll(await Ask(lead, check, "Joan"), "Started");
        Assert.Equal("Nothing is agreed yet. Talk through at least one item, then finish.", (await (await lead.Open(await Closed(lead, check))).Press("Finish the check")).Problems.Single());
        var (purpose, money, safety) = (FirstSteps.Item("purpose-1")!, FirstSteps.Item("money-1")!, FirstSteps.Item("safety-1")!);
        await Agree(lead, check, purpose, "Started");
        await Agree(lead, check, FirstSteps.Item("purpose-3")!, "In place");
        await Agree(lead, check, money, "Strong and reviewed", "Both sign <b>each</b> time");
        await Agree(lead, check, safety, "Does not apply");
        var stale = await lead.Open($"{Talk(check)}/{money.Id}");
        Assert.Equal(302, (await (await lead.Open(Talk(check))).Press("Finish the check")).Status);
        Assert.Equal("This check is finished, and what was agreed stands. Begin another one to see what has changed.", (await stale.Press("Save and go on", ("Why?", "No"))).Problems.Single());

        var result = await lead.Open(Result(check));
        var areas = result.Table("Areas in figures");
        Assert.Equal(["Money", "Strong and reviewed", "1 of 2", "all 2"], areas[0]);
        Assert.Equal(["Purpose and people served", "In place", "2 of 2", "all 2"], areas[1]);
        Assert.Contains(areas, row => row[0] == "Safeguarding and safety" && row[1] == "Not known" && row[2] == "0 of 2");
        Assert.Contains("Money4.0", result.Text, StringComparison.Ordinal);
        Assert.Contains("Purpose and people served2.5", result.Text, StringComparison.Ordinal);
        Assert.Contains("Both sign <b>each</b> time", result.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?i)\b(total|overall|score|rank\w*|red|amber)\b", result.Text);
    }

    [Fact]
    public async Task A_worker_begins_on_somebodys_word_reads_by_consent_alone_and_every_reading_is_noted()
    {
        var (worker, lead) = (await Worker(), await Lead());
        var begin = await worker.Open(Address("/begin-check"));
        Assert.Contains("Say who of the group wants this and lets you see it", (await begin.Press("Begin", (FirstStepsLabel, "x"))).Problems.Single(), StringComparison.Ordinal);
        var check = await Begin(worker, "Joan Price, chair");
        Assert.Contains("on the word of Joan Price, chair", (await lead.Open(Sharing(check))).Text, StringComparison.Ordinal);
        Assert.Equal("The group has begun this check already and has not finished it. Go on with that one.", (await (await lead.Open(Address("/begin-check"))).Press("Begin", (FirstStepsLabel, "x"))).Problems.Single());
        Assert.Equal(200, (await worker.Open(check)).Status);
        Assert.Contains((await site.All<AuditEntry>()), one => one.RecordKind == nameof(Assessment) && one.RecordId == Id(check) && one.Act.EndsWith(" Read", StringComparison.Ordinal));
        Assert.Matches(@"2026, \d\d:\d\d UTC", (await lead.Open(Sharing(check))).Text);

        Assert.Equal(302, (await (await lead.Open(Sharing(check))).Press("Take back: The organisation that supports us")).Status);
        foreach (var url in new[] { check, Talk(check), $"{Talk(check)}/{FirstSteps.Items[0].Id}", Result(check) })
        {
            Assert.Equal(404, (await worker.Open(url)).Status);
            Assert.Equal(404, (await (await Manager()).Open(url)).Status);
        }

        Assert.Contains("There is none that the group has opened to you.", (await worker.Open(Address("/checks"))).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await lead.Open(check)).Status);
    }

    [Fact]
    public async Task A_named_funder_sees_what_was_agreed_until_the_group_takes_it_back()
    {
        var lead = await Lead();
        var check = await Begin(lead);
        await AnswerAll(await Ask(lead, check, "Joan"), "Started", "A secret view");
        await Closed(lead, check);
        await Agree(lead, check, FirstSteps.Items[0], "In place", "Seen by all");
        var sharing = await lead.Open(Sharing(check));
        Assert.Equal("Name the funder, in at most 200 letters.", (await sharing.Press("Open it", (FunderLabel, "x"))).Problems.Single());
        var given = await (await lead.Open(Sharing(check))).Press("Open it", (FunderLabel, "x"), ("Name of the funder", "Hope Trust"));
        var link = new Uri(given.Document.QuerySelectorAll("a").Select(one => one.TextContent).Single(text => text.Contains("/check/shared", StringComparison.Ordinal))).PathAndQuery;
        var seen = await site.Visit().Open(link);
        Assert.Equal(200, seen.Status);
        Assert.Contains("The group opened this to Hope Trust", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Seen by all", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A secret view", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("What people said", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Somebody with a funder’s link", (await lead.Open(Sharing(check))).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await (await lead.Open(Sharing(check))).Press("Take back: Hope Trust")).Status);
        Assert.Equal(410, (await site.Visit().Open(link)).Status);
    }

    private const string FunderLabel = "One funder, by nameYou get a link to hand to them. They see what you agreed, not what each person said.";

    private readonly Site site = site;

    private static async Task<string> Closed(Visitor lead, string check)
    {
        Assert.Equal(302, (await (await lead.Open(check)).Press("Close the answers and talk")).Status);
        return Talk(check);
    }
}
