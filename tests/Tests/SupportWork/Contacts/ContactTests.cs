using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Privacy;
using Trellis.Support.Contacts;
using Trellis.Tests.Groups;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Contacts;

/// <summary>Whom to turn to in a group: written down, put right, gone, and nobody's business but the staff's.</summary>
public sealed class ContactTests(Site site) : Scene(site)
{
    private readonly Site site = site;
    private readonly string name = "Moira " + Guid.CreateVersion7().ToString("n")[^12..];

    [Fact]
    public async Task A_worker_writes_a_contact_down_puts_it_right_and_says_when_they_have_gone()
    {
        var worker = await Worker();
        Assert.Contains("Nobody is written down yet.", (await worker.Open(Address("/support"))).Text, StringComparison.Ordinal);
        var screen = await (await Add(worker, ("What they do in the group", "Treasurer"), ("Email address", " Moira@Example.ORG "), ("Telephone number", "1619122000"), ("How they are reached best", "Evenings only"))).FollowRedirect();
        Assert.Contains($"{name} Treasurer moira@example.org 0161 912 2000 Evenings only", screen.Text, StringComparison.Ordinal);
        Assert.Equal("tel:01619122000", screen.Document.QuerySelector("main a[href^='tel:']")!.GetAttribute("href"));

        var change = await screen.Follow("Change or remove");
        screen = await (await change.Press("Save", ("What they do in the group", "Chair"), ("Email address", ""))).FollowRedirect();
        Assert.Contains($"{name} Chair 0161 912 2000", screen.Text, StringComparison.Ordinal);

        screen = await (await (await screen.Follow("Change or remove")).Press("They are a contact no longer")).FollowRedirect();
        Assert.Contains("1 person who was a contact", screen.Text, StringComparison.Ordinal);
        Assert.Contains($"{name} until {site.Clock.Now:d MMMM yyyy}", screen.Text, StringComparison.Ordinal);
        var gone = await screen.Follow(name);
        Assert.Contains("A year later this is erased.", gone.Text, StringComparison.Ordinal);
        screen = await (await gone.Press("They are a contact again")).FollowRedirect();
        Assert.DoesNotContain("was a contact", screen.Text, StringComparison.Ordinal);

        screen = await (await (await screen.Follow("Change or remove")).Press("Remove this contact")).FollowRedirect();
        Assert.DoesNotContain(name, screen.Text, StringComparison.Ordinal);
        Assert.Contains(await site.All<AuditEntry>(), entry => entry.RecordKind == nameof(Contact) && entry.Act.EndsWith("Removed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_will_not_do_is_said_in_words_and_nothing_typed_is_lost()
    {
        var worker = await Worker();
        var empty = await (await worker.Open(Address("/contacts"))).Press("Save the contact");
        Assert.Equal((422, "Enter their name, or at least what they do in the group."), (empty.Status, empty.Problems.Single()));
        var wrong = await Add(worker, ("Email address", "moira at home"), ("Telephone number", "ask her"), ("How they are reached best", new string('x', 201)));
        Assert.Equal(
            ["Enter a telephone number, as in 0161 912 2000, or leave it empty.", "Enter an email address, as in name@example.org, or leave it empty.", "Say how they are reached in at most 200 letters."],
            wrong.Problems.Order(StringComparer.Ordinal));
        Assert.Contains("moira at home", wrong.Html, StringComparison.Ordinal);
        Assert.Equal(302, (await Add(worker)).Status);
        Assert.Equal([$"{name} is a contact of this group already. Put right what has changed there."], (await Add(worker)).Problems);
        Assert.Equal(302, (await Add(worker, ("What they do in the group", "Secretary"))).Status); // who does two things is written down for each
        Assert.Equal(2, (await Ours()).Count);
    }

    [Fact]
    public async Task Two_who_change_one_contact_are_told_and_one_that_is_gone_is_not_there()
    {
        var (worker, other) = (await Worker(), await Worker());
        await Add(worker);
        var contact = (await Ours()).Single();
        var (first, second, third) = (await worker.Open(Address("/contacts/" + contact.Id)), await other.Open(Address("/contacts/" + contact.Id)), await other.Open(Address("/contacts/" + contact.Id)));
        Assert.Equal(302, (await first.Press("Save", ("What they do in the group", "Chair"))).Status);
        var late = await second.Press("Save", ("What they do in the group", "Treasurer"));
        Assert.Equal(409, late.Status);
        Assert.Contains("Somebody else changed this contact while you were typing", late.Text, StringComparison.Ordinal);
        Assert.Contains("Treasurer", late.Html, StringComparison.Ordinal);
        Assert.Equal(302, (await late.Press("Save")).Status);
        Assert.Equal("Treasurer", (await Ours()).Single().Role);
        Assert.Equal(302, (await (await worker.Open(Address("/contacts/" + contact.Id))).Press("Remove this contact")).Status);
        Assert.Equal(404, (await third.Press("They are a contact no longer")).Status);
    }

    [Fact]
    public async Task The_staff_alone_see_it_and_only_workers_and_managers_change_it()
    {
        await Add(await Worker(), ("Email address", "seen@example.org"));
        var contact = (await Ours()).Single();
        var viewer = await site.SignInAs(Role.Viewer, Place.Id, Place.Id, $"viewer-{Guid.CreateVersion7():n}@example.org");
        var screen = await viewer.Open(Address("/support"));
        Assert.Contains("seen@example.org", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Add a contact", screen.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await viewer.Open(Address("/contacts/" + contact.Id))).Status);
        Assert.Equal(404, (await (await Lead()).Open(Address("/contacts/" + contact.Id))).Status);
        foreach (var page in new[] { Address(), Address(".json") })
        {
            Assert.DoesNotContain("seen@example.org", (await site.Open(page)).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task They_are_erased_by_their_address_and_a_year_after_they_left()
    {
        var email = SomebodysMail();
        var worker = await Worker();
        await Add(worker, ("Email address", email));
        await (await (await worker.Open(Address("/support"))).Follow("Change or remove")).Press("They are a contact no longer");
        Assert.Single(await Ours());
        site.Clock.Pass(TimeSpan.FromDays(364));
        await site.With<EndWhatIsDue, IReadOnlyList<EndWhatIsDue.Line>>(end => end.Handle(default));
        Assert.Single(await Ours());
        site.Clock.Pass(TimeSpan.FromDays(2));
        await site.With<EndWhatIsDue, IReadOnlyList<EndWhatIsDue.Line>>(end => end.Handle(default));
        Assert.Empty(await Ours());

        await Add(await Worker(), ("Email address", email));
        await site.SignIn(email);
        var person = (await site.All<Person>()).Single(one => one.Email == email);
        Assert.True((await site.With<ErasePerson, Trellis.Platform.Result<ErasePerson.Done>?>(erase => erase.Handle(person.Id, "Asked", default)))!.Succeeded);
        Assert.Empty(await Ours());
    }

    private async Task<PageSeen> Add(Visitor worker, params (string, string)[] more) => await (await worker.Open(Address("/contacts"))).Press("Save the contact", [("Name", name), .. more]);

    private Task<List<Contact>> Ours() => site.InDb(db => db.Set<Contact>().AsNoTracking().Where(one => one.OrganisationId == Group.Id).ToListAsync());
}
