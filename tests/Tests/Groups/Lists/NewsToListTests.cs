using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Mailing;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;
using Trellis.Platform.Places;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Notices;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Lists;

/// <summary>News goes to those of a list's contacts who asked for it, once, and a page tells what became of it.</summary>
public sealed class NewsToListTests : IDisposable
{
    private const string Written = "The new fund opens on Monday.\n\nhttps://fund.example.org";
    private readonly MailSink sink = new();
    private readonly MailSite site;

    public NewsToListTests() => site = new(sink);

    public void Dispose()
    {
        site.Dispose();
        sink.Dispose();
    }

    [Fact]
    public async Task The_preview_says_who_gets_it_and_who_not_and_why_and_it_goes_once_with_a_way_out()
    {
        var (place, list) = await FiveGroups();
        var worker = await site.SignInAs(Role.SupportWorker, place.Id, place.Id);
        var page = await (await worker.Open(list)).Follow("Write to those who agreed");
        var preview = await page.Press("Look at it before it goes", ("Subject", "A fund opens"), ("Letter", Written));
        Assert.Equal(["5", "2", "2", "1", "1"], preview.All("dl.facts dd"));
        Assert.Contains("The new fund opens on Monday.", preview.Text, StringComparison.Ordinal);
        var changed = await preview.Press("Change it");
        Assert.Contains("The new fund opens on Monday.", changed.Html, StringComparison.Ordinal);
        Assert.Equal(0, await site.InDb(db => db.Set<NewsMailing>().CountAsync()));

        var pressed = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => preview.Press("Send it to 2 people")));
        Assert.Single(pressed.Select(one => (one.Status, one.Response.Headers.Location)).Distinct());
        Assert.Contains("Waits in the queue2", string.Concat((await pressed[0].FollowRedirect()).Table("What became of the letters").Single()), StringComparison.Ordinal);
        sink.Taken.Clear();
        await site.SendAt(TimeSpan.FromMinutes(1));
        var mails = sink.Taken.Where(mail => mail.Subject == "A fund opens").ToList();
        Assert.Equal(["agreed@example.org", "own@example.org"], mails.Select(mail => mail.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal));
        Assert.All(mails, mail => Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]));
        Assert.All(mails, mail => Assert.Contains("https://trafford.example.net/letters/stop?key=", mail.TextBody, StringComparison.Ordinal));
        var after = await pressed[0].FollowRedirect();
        Assert.Equal(["Sent", "2"], after.Table("What became of the letters").Single());
        Assert.Contains("A fund opens", (await worker.Open(list)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stops_between_pressing_and_sending_gets_nothing_and_the_page_says_why()
    {
        var (place, list) = await FiveGroups();
        var worker = await site.SignInAs(Role.Manager, place.Id, place.Id);
        var preview = await (await worker.Open(list + "/letter")).Press("Look at it before it goes", ("Subject", "A fund opens"), ("Letter", Written));
        var sent = await preview.Press("Send it to 2 people");
        await site.InDb(db => db.Set<Consent>().Where(one => db.Set<Person>().Any(person => person.Id == one.PersonId && person.Email == "agreed@example.org")).ExecuteUpdateAsync(one => one.SetProperty(consent => consent.WithdrawnAt, site.Clock.Now)));
        await site.SendAt(TimeSpan.FromMinutes(1));
        var rows = (await sent.FollowRedirect()).Table("What became of the letters");
        Assert.Contains(rows, row => row[0] == "Sent" && row[1] == "1");
        Assert.Contains(rows, row => row[0] == "Not sent: Its reader has not asked for news, or wants no more." && row[1] == "1");
        await site.InDb(db => db.Set<Letter>().ExecuteDeleteAsync());
        Assert.Equal(["No longer kept", "2"], (await sent.FollowRedirect()).Table("What became of the letters").Single());
    }

    [Fact]
    public async Task Nothing_goes_without_a_subject_a_letter_and_a_reader()
    {
        var place = await Place();
        var worker = await site.SignInAs(Role.SupportWorker, place.Id, place.Id);
        await site.OneGroup(place, "Lonely Larks", "larks@example.org");
        var list = await List(worker, "Lonely Larks");
        var page = await worker.Open(list + "/letter");
        var again = await page.Press("Look at it before it goes", ("Letter", "Kept words"));
        Assert.Equal((422, "Enter a subject of at most 150 letters."), (again.Status, again.Problems.Single()));
        Assert.Contains("Kept words", again.Html, StringComparison.Ordinal);
        var preview = await again.Press("Look at it before it goes", ("Subject", "Hello"));
        Assert.Equal(["1", "0", "1", "0", "0"], preview.All("dl.facts dd"));
        Assert.DoesNotContain("Send it to", preview.Text, StringComparison.Ordinal);
        Assert.Equal(0, await site.InDb(db => db.Set<Letter>().CountAsync(letter => letter.Kind == LetterKind.News)));
    }

    /// <summary>A lead who agreed and leads two of them, a lead who has not, an account with the group's own hidden address that agreed, an address that returned a letter, and nobody.</summary>
    private async Task<(Place Place, string List)> FiveGroups()
    {
        var place = await Place();
        var groups = new List<Organisation>();
        foreach (var (name, email) in new[] { ("Fund One", "one@example.org"), ("Fund Two", "two@example.org"), ("Fund Three", "own@example.org"), ("Fund Four", "returned@example.org"), ("Fund Five", "") })
        {
            groups.Add(await site.OneGroup(place, name, email));
        }

        await Agree("agreed@example.org");
        await Agree("own@example.org");
        await site.Appoint(Role.Lead, groups[0].Id, place.Id, "agreed@example.org");
        await site.Appoint(Role.Lead, groups[1].Id, place.Id, "agreed@example.org");
        await site.Appoint(Role.Lead, groups[1].Id, place.Id, "silent@example.org");
        var lead = await site.SignInAs(Role.Lead, groups[2].Id, place.Id, "gone@example.org");
        await (await lead.Open($"/groups/{groups[2].Slug}/edit")).Press("Save", ("The email address", "yes"));
        await site.InDb(db => db.Set<Appointment>().Where(one => one.ScopeId == groups[2].Id).ExecuteUpdateAsync(one => one.SetProperty(role => role.EndedAt, site.Clock.Now)));
        await site.Person("stopped@example.org");
        await site.Appoint(Role.Lead, groups[0].Id, place.Id, "stopped@example.org");
        await site.InDb(async db =>
        {
            db.Add(new Unreachable { Email = "returned@example.org", Since = site.Clock.Now, Reason = "no such mailbox" });
            await db.SaveChangesAsync();
        });
        return (place, await List(await site.SignInAs(Role.SupportWorker, place.Id, place.Id), [.. groups.Select(group => group.Name)]));
    }

    private async Task<string> List(Visitor worker, params string[] names)
    {
        var begun = await (await worker.Open("/work/lists")).Press("Begin the list", ("Name of a new list, to be picked by hand", "Funds"));
        foreach (var name in names)
        {
            var group = await site.Named(name);
            Assert.Equal(302, (await (await worker.Open($"/groups/{group.Slug}/lists")).Press("Save", ("Funds", "yes"))).Status);
        }

        return begun.Response.Headers.Location!.ToString();
    }

    private async Task Agree(string email)
    {
        var person = await site.Person(email);
        await site.InDb(async db =>
        {
            db.Add(new Consent { Id = Guid.CreateVersion7(), PersonId = person, Purpose = LetterKind.News, Words = Consent.Wording, GivenAt = site.Clock.Now });
            await db.SaveChangesAsync();
        });
    }

    private Task<Place> Place() => site.InDb(async db =>
    {
        var place = new Place { Id = Guid.CreateVersion7(), Code = "E08000009", Name = "Trafford", Slug = "trafford", IsDemo = false };
        db.Add(place);
        await db.SaveChangesAsync();
        return place;
    });
}
