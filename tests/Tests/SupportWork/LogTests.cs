using Trellis.Groups.Merging;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Support.Log;
using Trellis.Tests.Groups;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork;

/// <summary>Help is logged in a few answers, is corrected and removed with a trace, and never counts twice.</summary>
public sealed class LogTests(Site site) : Scene(site)
{
    private readonly Site site = site;
    private readonly string word = "okapi" + Guid.CreateVersion7().ToString("n")[^12..];

    [Fact]
    public async Task A_worker_finds_the_group_by_its_old_name_logs_twelve_minutes_and_agrees_to_call_back()
    {
        var (now, before) = ("Riverside Hub " + word, "Old Mill Club " + word);
        await site.Import(Place, "group-list", $"Name,Other name,Postcode\n{now},{before},M33 7ZZ\n", word);
        var worker = await Worker();
        var found = await Soon.Until(async () => (await (await worker.Open("/work/log")).Press("Find", ("Which group? Any name it has or had, or its number", before))) is var page && page.Text.Contains(now, StringComparison.Ordinal) ? page : null);
        Assert.Contains("also known as " + before, found.Text, StringComparison.Ordinal);
        var form = await found.Follow(now);
        Assert.Equal(6, form.Document.QuerySelectorAll("form#log :is(input:not([type=hidden]), select, textarea)").Count(field => field.Closest("details") is null));

        var saved = await form.Press("Save", ("Minutes", "12"), ("How", "By phone"), ("What about", "Money: Gift Aid and tax"), ("What was done", "Said how to claim " + word), ("What comes next", "Call back"), ("On", "4 9 2026"));
        Assert.Equal(302, saved.Status);
        var screen = await saved.FollowRedirect();
        Assert.Matches($"Saved.*Call back on 4 September 2026.*Help by topic.*Money 1 12 minutes.*Gift Aid and tax 1 September 2026 By phone 12 minutes Support worker Said how to claim {word}", screen.Text);
        Assert.DoesNotContain("Overdue", screen.Text, StringComparison.Ordinal);
        site.Clock.Pass(TimeSpan.FromDays(4));
        Assert.Contains("Call back on 4 September 2026 Overdue", (await (await Worker()).Open(new Uri(screen.Response.RequestMessage!.RequestUri!.ToString()).AbsolutePath)).Text, StringComparison.Ordinal);
        site.Clock.Pass(TimeSpan.FromDays(-4));
    }

    [Theory]
    [InlineData("", "Say how many minutes it took: a whole number from 1 to 1,440.")]
    [InlineData("0", "Say how many minutes it took: a whole number from 1 to 1,440.")]
    [InlineData("1441", "Say how many minutes it took: a whole number from 1 to 1,440.")]
    [InlineData("-5", "Say how many minutes it took: a whole number from 1 to 1,440.")]
    [InlineData("12.5", "Say how many minutes it took: a whole number from 1 to 1,440.")]
    [InlineData("1:75", "Say how many minutes it took: a whole number from 1 to 1,440.")]
    public async Task Minutes_that_cannot_be_are_refused_in_a_sentence(string minutes, string sentence)
    {
        var page = await Press(await Worker(), minutes);
        Assert.Equal((422, sentence), (page.Status, page.Problems.Single()));
        Assert.Contains(word, page.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal); // nothing typed is lost
        Assert.DoesNotContain(await site.All<SupportEntry>(), one => one.Done == word);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("1440", 1440)]
    [InlineData(" 1:30 ", 90)]
    [InlineData("24:00", 1440)]
    [InlineData("24:01", null)]
    [InlineData("99999999999", null)]
    public void Minutes_are_read_as_people_write_them(string typed, int? minutes) => Assert.Equal(minutes, ReadEntryForm.ReadMinutes(typed));

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once_and_days_have_an_order()
    {
        var page = await (await (await Worker()).Open("/work/log?group=" + Group.Slug)).Press("Save", ("Minutes", "x"), ("How", "Choose"), ("On", "1 8 2026"), ("Day of the help", "31 8 2026"), ("Began at", "25:99"));
        Assert.Equivalent(
            new[]
            {
                "Say how many minutes it took: a whole number from 1 to 1,440.", "Choose how you helped.", "Choose what it was about.", "Say in a few words what was done, in at most 5,000 letters.",
                "The next step comes after the help: enter a day that is not before it.", "Enter the time as in 14:30, or leave it empty.",
            },
            page.Problems,
            strict: true);
        var future = await (await (await Worker()).Open("/work/log?group=" + Group.Slug)).Press("Save", ("Minutes", "5"), ("What about", "People"), ("What was done", word), ("Day of the help", "1 1 2027"));
        Assert.Equal("Help is logged once it was given: enter a day that is not in the future. What is to come goes into the next step.", future.Problems.Single());
    }

    [Fact]
    public async Task Pressing_twice_writes_one_entry_and_repeating_the_last_starts_from_it()
    {
        var worker = await Worker();
        var page = await worker.Open("/work/log?group=" + Group.Slug);
        var pressed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => page.Press("Save", ("Minutes", "30"), ("What about", "Funding"), ("What was done", word))));
        Assert.All(pressed, one => Assert.Equal(302, one.Status));
        Assert.Single(await site.All<SupportEntry>(), one => one.Done == word);

        var again = await (await worker.Open("/work/log")).Follow("Repeat your last: Funding, 30 minutes");
        Assert.Equal(302, (await again.Press("Save")).Status);
        Assert.Equal(2, (await site.All<SupportEntry>()).Count(one => one.Done == word && one.Minutes == 30));
        Assert.DoesNotContain("Repeat your last", (await (await Worker()).Open("/work/log")).Text, StringComparison.Ordinal); // another worker's own last
    }

    [Fact]
    public async Task Two_sessions_at_one_time_are_asked_about_and_no_day_has_more_than_its_hours()
    {
        var worker = await Worker();
        var other = await site.OneGroup(Place, "Second " + word);
        Assert.Equal(302, (await Began(worker, "60", "10:00", Group.Slug)).Status);
        Assert.Equal(302, (await Began(worker, "30", "11:00", other.Slug)).Status); // one after the other
        var asked = await Began(worker, "5", "10:50", other.Slug);
        Assert.Equal("At this time you have logged other help already, from 10:00 to 11:00. Put the time right, or say that both are right.", asked.Problems.Single());
        Assert.Equal(302, (await asked.Press("Save", ("Both are right: I helped two groups at once", "yes"))).Status);
        var full = await Began(worker, "1400", "", other.Slug);
        Assert.Equal("With this there would be more than 24 hours of help on this day. Look at the day, or correct the other entries first.", full.Problems.Single());
    }

    [Fact]
    public async Task One_entry_can_be_about_several_groups()
    {
        var other = await site.OneGroup(Place, "Second " + word);
        var page = await (await Worker()).Open($"/work/log?group={Group.Slug}&group={other.Slug}");
        Assert.Equal(302, (await page.Press("Save", ("Minutes", "45"), ("What about", "Partnership"), ("What was done", word))).Status);
        var entry = (await site.All<SupportEntry>()).Single(one => one.Done == word);
        Assert.Equal(new[] { Group.Id, other.Id }.Order(), (await site.All<EntryGroup>()).Where(one => one.EntryId == entry.Id).Select(one => one.OrganisationId).Order());
        foreach (var slug in new[] { Group.Slug, other.Slug })
        {
            Assert.Contains(word, (await (await Worker()).Open($"/groups/{slug}/support")).Text, StringComparison.Ordinal);
        }

        Assert.Equal(2, page.Document.QuerySelectorAll("input[name='Form.Groups']").Length);
        Assert.Single((await page.Follow("leave out")).Document.QuerySelectorAll("input[name='Form.Groups']"));
        Assert.Equal("One of the groups is not there any longer. Choose again.", (await site.With<SaveEntry, Result<Guid>>(save => save.Add(Place.Id, new() { Groups = [Group.Slug, "nobody"], Minutes = "1", Way = "Phone", Done = "x" }, Guid.Empty, default))).Problems[0].Message);
    }

    [Fact]
    public async Task An_entry_is_corrected_and_removed_and_its_history_says_so()
    {
        var worker = await Worker();
        await Press(worker, "12");
        var screen = await worker.Open(Address("/support"));
        var page = await screen.Follow("Correct or remove");
        Assert.Contains("logged help", page.Text, StringComparison.Ordinal);
        Assert.Equal(422, (await page.Press("Save the correction", ("Minutes", "0"))).Status);
        Assert.Equal(302, (await page.Press("Save the correction", ("Minutes", "20"), ("What was done", word + " put right"))).Status);
        Assert.Contains("20 minutes", (await worker.Open(Address("/support"))).Text, StringComparison.Ordinal);
        page = await (await worker.Open(Address("/support"))).Follow("Correct or remove");
        Assert.Contains("changed", page.Text, StringComparison.Ordinal);
        Assert.Equal("Say why the entry goes, in at most 300 letters.", (await page.Press("Remove the entry")).Problems.Single());
        Assert.Equal(word + " put right", (await page.Press("Remove the entry")).Document.QuerySelector("textarea")!.TextContent); // what stands there is still shown
        Assert.Equal(302, (await page.Press("Remove the entry", ("Why does it go?", "Wrong group"))).Status);
        Assert.DoesNotContain(word, (await worker.Open(Address("/support"))).Text, StringComparison.Ordinal);
        Assert.Contains(await site.All<AuditEntry>(), one => one.RecordKind == nameof(SupportEntry) && one.Act.EndsWith("Removed", StringComparison.Ordinal) && one.ReasonHash != null);
    }

    [Fact]
    public async Task Entries_go_along_when_groups_merge_and_come_back_when_that_is_undone()
    {
        var other = await site.OneGroup(Place, "Elsewhere " + word);
        await Press(await Worker(), "12");
        var both = await (await Worker()).Open($"/work/log?group={Group.Slug}&group={other.Slug}");
        await both.Press("Save", ("Minutes", "45"), ("What about", "Partnership"), ("What was done", word + " both"));
        var before = await Links();
        var merged = await site.With<MergeOrganisations, Result<Guid>>(merge => merge.Handle(new(Place.Id, other.Id, Group.Id, "tests", "Same people"), default));
        var seen = (await (await Worker()).Open($"/groups/{other.Slug}/support")).Text;
        Assert.Equal(1, seen.Split(word + " both").Length - 1);
        Assert.Contains("12 minutes", seen, StringComparison.Ordinal);
        Assert.NotEqual(before, await Links());
        Assert.True((await site.With<UndoMerge, Result<Guid>>(undo => undo.Handle(Place.Id, merged.Value, "tests", default))).Succeeded);
        Assert.Equal(before, await Links());

        async Task<List<(Guid, Guid)>> Links() => [.. (await site.All<EntryGroup>()).Where(one => one.OrganisationId == Group.Id || one.OrganisationId == other.Id).Select(one => (one.EntryId, one.OrganisationId)).Order()];
    }

    [Fact]
    public async Task The_screen_is_for_the_staff_and_only_workers_and_managers_log()
    {
        await Press(await Worker(), "12");
        var viewer = await site.SignInAs(Role.Viewer, Place.Id, Place.Id);
        var seen = await viewer.Open(Address("/support"));
        Assert.Contains(word, seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Correct or remove", seen.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await viewer.Open("/work/log")).Status);
        Assert.DoesNotContain("Log help", seen.Html, StringComparison.Ordinal);
        foreach (var visitor in new[] { site.Visit(), await Lead(), await site.SignInAs(Role.Administrator, Place.Id, Place.Id) })
        {
            Assert.NotEqual(200, (await visitor.Open(Address("/support"))).Status);
            Assert.DoesNotContain(word, (await visitor.Open(Address())).Html, StringComparison.Ordinal);
            Assert.DoesNotContain("logged help", (await visitor.Open(Address("/history"))).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task From_anywhere_one_key_leads_to_the_log_and_on_a_groups_page_to_its_own()
    {
        var worker = await Worker();
        Assert.EndsWith("/work/log", (await worker.Open("/wards")).Document.QuerySelector("[accesskey=l]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("/work/log?group=" + Group.Slug, (await worker.Open(Address())).Document.QuerySelector("[accesskey=l]")!.GetAttribute("href"));
        Assert.Contains("Support for " + Group.Name, (await (await worker.Open(Address())).Follow("Support")).Heading, StringComparison.Ordinal);
        Assert.Null((await (await Lead()).Open(Address())).Document.QuerySelector("[accesskey=l]"));
    }

    private async Task<PageSeen> Press(Visitor worker, string minutes) =>
        await (await worker.Open("/work/log?group=" + Group.Slug)).Press("Save", ("Minutes", minutes), ("How", "By email"), ("What about", "Governance"), ("What was done", word));

    private async Task<PageSeen> Began(Visitor worker, string minutes, string at, string slug) =>
        await (await worker.Open("/work/log?group=" + slug)).Press("Save", ("Minutes", minutes), ("What about", "Governance"), ("What was done", word), ("Began at", at));
}
