using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Measures;
using Trellis.Platform.Privacy;
using Trellis.Support.Enquiries;
using Trellis.Tests.Groups;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork;

/// <summary>Whoever asks for help is heard, somebody answers by a day, and whether it helped is known.</summary>
public sealed class EnquiryTests(Site site) : Scene(site)
{
    private readonly Site site = site;
    private readonly string word = "tapir" + Guid.CreateVersion7().ToString("n")[^12..];

    [Fact]
    public async Task A_person_without_a_group_asks_is_answered_and_says_with_one_tap_that_it_helped()
    {
        var email = word + "@example.org";
        var page = await site.Open("/ask-for-help");
        Assert.Equal(
            new[] { "Enter a name.", "Say in a few words what the question is, in at most 5,000 letters.", "Enter an email address or a telephone number, so that somebody can answer." }.Order(),
            (await page.Press("Send")).Problems.Order());
        var pressed = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => page.Press("Send", ("Your name", "Ada"), ("What would you like help with?", word + " I think of starting a choir"), ("Your email address", email))));
        Assert.All(pressed, one => Assert.Equal(302, one.Status));
        Assert.Contains("Somebody answers within five days", (await pressed[0].FollowRedirect()).Text, StringComparison.Ordinal);
        var enquiry = Assert.Single(await site.All<Enquiry>(), one => one.Email == email);
        Assert.Equal((EnquiryState.New, DateOnly.FromDateTime(site.Clock.Now.UtcDateTime).AddDays(5)), (enquiry.State, enquiry.DueOn!.Value));

        var worker = await Worker();
        Assert.Contains(word, (await (await worker.Open("/work/enquiries")).Follow("Nobody’s yet")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await (await One(worker, enquiry)).Press("Take it")).Status);
        Assert.Contains(word, (await worker.Open("/work/enquiries?show=mine")).Text, StringComparison.Ordinal);
        Assert.Equal("Say in a few words what came of it, in at most 1,000 letters.", (await (await One(worker, enquiry)).Press("It is answered")).Problems.Single());
        Assert.Equal(302, (await (await One(worker, enquiry)).Press("It is answered", ("What came of it", "Sent the starter pack"))).Status);

        var link = await LinkIn(email);
        var asked = await site.Open(link);
        Assert.Contains("Thank you.", (await asked.Press("It helped")).Text, StringComparison.Ordinal);
        Assert.Equal(410, (await site.Open(link)).Status);
        Assert.Equal(410, (await asked.Press("It did not help")).Status);
        Assert.Equal(Satisfaction.Helped, (await site.All<Enquiry>()).Single(one => one.Id == enquiry.Id).Satisfaction);
        Assert.Contains("They said: It helped", (await One(worker, enquiry)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_asks_from_its_own_page_and_sees_what_is_shared_with_it_and_nothing_else()
    {
        var lead = await Lead();
        var page = await (await (await lead.Open(Address())).Follow("Help for the group")).Follow("Ask for help");
        Assert.Equal(302, (await page.Press("Send", ("What would you like help with?", word + " a lease"), ("What about", "Premises: Leases and hire"))).Status);
        var worker = await Worker();
        var enquiry = (await site.All<Enquiry>()).Single(one => one.Text == word + " a lease");
        Assert.Contains(word, (await worker.Open(Address("/support"))).Text, StringComparison.Ordinal);
        var log = await (await One(worker, enquiry)).Follow("Log help for this");
        await log.Press("Save", ("Minutes", "25"), ("What about", "Premises"), ("What was done", word + " read the lease"), ("The group sees this entry", "x"));
        await (await worker.Open("/work/log?group=" + Group.Slug)).Press("Save", ("Minutes", "5"), ("What about", "Premises"), ("What was done", word + " for us alone"));
        var help = (await lead.Open(Address("/help"))).Text;
        Assert.Contains(word + " read the lease", help, StringComparison.Ordinal);
        Assert.DoesNotContain("for us alone", help, StringComparison.Ordinal);
        Assert.Equal(404, (await worker.Open(Address("/help"))).Status);
        Assert.NotEqual(200, (await site.Open(Address("/help"))).Status);
    }

    [Fact]
    public async Task It_is_handed_over_with_a_note_waits_is_overdue_and_opened_again()
    {
        var (worker, enquiry) = (await Worker(), await Ask());
        var email = $"second-{word}@example.org";
        var second = await site.SignInAs(Role.SupportWorker, Place.Id, Place.Id, email);
        await (await second.Open("/me")).Press("Save", ("Name", "Second " + word));
        var page = await One(worker, enquiry);
        Assert.Equal("Choose who takes it.", (await page.Press("Hand over", ("A note for them", "x"))).Problems.Single());
        Assert.Equal("Add a note for whoever reads it next, in at most 1,000 letters.", (await page.Press("Hand over", ("To whom", "Second " + word), ("A note for them", " "))).Problems.Single());
        Assert.Equal(302, (await page.Press("Hand over", ("To whom", "Second " + word), ("A note for them", "You know the hall"))).Status);
        Assert.Contains("handed an enquiry to you", await site.LatestLetter(email), StringComparison.Ordinal);
        Assert.Contains("You know the hall", (await One(second, enquiry)).Text, StringComparison.Ordinal);

        Assert.Equal(302, (await (await One(second, enquiry)).Press("Save how it stands", ("Waiting for them", "x"), ("Answer by", "2 9 2026"), ("Remind me on", "2 9 2026"))).Status);
        Assert.DoesNotContain("You wanted to be reminded", (await second.Open("/work/enquiries")).Text, StringComparison.Ordinal);
        site.Clock.Pass(TimeSpan.FromDays(2));
        second = await site.SignInAs(Role.SupportWorker, Place.Id, Place.Id, email);
        Assert.Contains(word, (await second.Open("/work/enquiries?show=overdue")).Text, StringComparison.Ordinal);
        Assert.Contains("You wanted to be reminded", (await second.Open("/work/enquiries")).Text, StringComparison.Ordinal);
        await (await One(second, enquiry)).Press("Close it without an answer", ("What came of it", "They do not answer"));
        Assert.DoesNotContain(word, (await second.Open("/work/enquiries?show=overdue")).Text, StringComparison.Ordinal);
        Assert.Equal("Add a note for whoever reads it next, in at most 1,000 letters.", (await (await One(second, enquiry)).Press("Open it again")).Problems.Single());
        Assert.Equal(302, (await (await One(second, enquiry)).Press("Open it again", ("Why it is opened again", "They rang"))).Status);
        Assert.Equal(EnquiryState.Open, (await site.All<Enquiry>()).Single(one => one.Id == enquiry.Id).State);
    }

    [Fact]
    public async Task Two_that_ask_the_same_become_one_and_count_once()
    {
        var (first, second) = (await Ask(), await Ask(" again"));
        var worker = await Worker();
        Assert.Equal("Choose the enquiry that stays.", (await (await One(worker, second)).Press("Join them")).Problems.Single());
        var page = await One(worker, second);
        var option = page.Document.QuerySelectorAll("#Form-Into option").Single(one => one.GetAttribute("value") == first.Id.ToString());
        Assert.Equal(302, (await page.Press("Join them", ("The enquiry that stays", PageSeen.Tidy(option.TextContent)))).Status);
        var merged = (await site.All<Enquiry>()).Single(one => one.Id == second.Id);
        Assert.Equal((EnquiryState.Closed, first.Id), (merged.State, merged.MergedIntoId!.Value));
        await using var scope = site.Services.CreateAsyncScope();
        var read = await scope.ServiceProvider.GetServices<IRecords>().Single(one => one.Kind == "enquiries").Read(Place, new(2026, 9, 1), new(2026, 9, 30), default);
        Assert.Contains(read, one => one.Id == first.Id);
        Assert.DoesNotContain(read, one => one.Id == second.Id);
        Assert.DoesNotContain(read, one => one.Title.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Erasing_somebody_takes_them_out_of_what_they_asked_while_the_count_stays()
    {
        var enquiry = await Ask();
        await site.SignIn(enquiry.Email!);
        var person = await site.InDb(db => Task.FromResult(db.Set<Person>().Single(one => one.Email == enquiry.Email)));
        await site.With<ErasePerson, Result<ErasePerson.Done>?>(erase => erase.Handle(person.Id, "Asked", default));
        var left = (await site.All<Enquiry>()).Single(one => one.Id == enquiry.Id);
        Assert.Equal(("[erased]", null, "[erased]"), (left.Who, left.Email, left.Text));
    }

    private async Task<Enquiry> Ask(string more = "")
    {
        var worker = await Worker();
        var page = await (await worker.Open(Address("/support"))).Follow("Write down an enquiry");
        var done = await page.Press("Save the enquiry", ("Who asks", "Ada" + more), ("What is the question?", word + more), ("Email address", $"{word}{more.Trim()}@example.org"));
        Assert.Equal(302, done.Status);
        return (await site.All<Enquiry>()).Single(one => one.Text == word + more);
    }

    private static Task<PageSeen> One(Visitor worker, Enquiry enquiry) => worker.Open("/work/enquiries/" + enquiry.Id);
}
