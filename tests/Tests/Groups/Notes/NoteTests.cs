using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Merging;
using Trellis.Groups.Notes;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Privacy;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Notes;

/// <summary>The staff's notes on a group are theirs alone, stand as they were written, and let go of whoever is erased.</summary>
public sealed class NoteTests(Site site) : Scene(site)
{
    private readonly Site site = site;
    private readonly string word = "wombatnote" + Guid.CreateVersion7().ToString("n")[^12..];

    [Fact]
    public async Task A_note_is_shown_to_the_staff_with_its_author_and_day_and_to_nobody_else()
    {
        var worker = await Worker();
        Assert.Contains("Nobody has written anything yet.", (await (await worker.Open(Address())).Follow("Notes")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await Write(worker, $"Rang the {word}\nand agreed a visit")).Status);
        var manager = await site.SignInAs(Role.Manager, Place.Id, Place.Id);
        Assert.Matches($@"Rang the {word} and agreed a visit Support worker \d September 2026", (await manager.Open(Address("/notes"))).Text);
        Assert.Contains((await site.All<AuditEntry>()), one => one.Act == "/groups/{slug}/notes Read" && one.RecordId == Group.Id && one.RecordKind == "Note");
        Assert.Contains((await site.All<AuditEntry>()), one => one.Act == "/groups/{slug}/notes Added" && one.RecordKind == "Note");

        foreach (var visitor in new[] { site.Visit(), await Lead(), await site.SignInAs(Role.Administrator, Place.Id, Place.Id), await site.SignInAs(Role.Viewer, Place.Id, Place.Id) })
        {
            Assert.Equal(404, (await visitor.Open(Address("/notes"))).Status);
        }

        foreach (var visitor in new[] { site.Visit(), await Lead(), worker })
        {
            foreach (var url in new[] { Address(), Address(".json"), "/groups.csv", "/groups.json" })
            {
                Assert.DoesNotContain(word, Encoding.UTF8.GetString((await visitor.Open(url)).Body), StringComparison.Ordinal);
            }

            Assert.Contains("Nothing found", (await visitor.Open("/groups?q=" + word)).Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Note", (await (await Lead()).Open(Address("/looked"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_is_corrected_within_a_day_by_its_author_and_afterwards_only_added_to()
    {
        var author = $"author-{word}@example.org";
        var worker = await site.SignInAs(Role.SupportWorker, Place.Id, Place.Id, author);
        await Write(worker, word + " one");
        site.Clock.Pass(TimeSpan.FromMinutes(10));
        Assert.DoesNotContain("Correct this note", (await (await Worker()).Open(Address("/notes"))).Text, StringComparison.Ordinal);
        var page = await worker.Open(Address("/notes"));
        var empty = await page.Press("Save the correction", ("The note as it should be", " "));
        Assert.Equal((422, "Write something, in at most 5,000 letters."), (empty.Status, empty.Problems.Single()));
        Assert.Equal(302, (await page.Press("Save the correction", ("The note as it should be", word + " two"))).Status);
        Assert.Contains(word + " two", (await worker.Open(Address("/notes"))).Text, StringComparison.Ordinal);

        site.Clock.Pass(TimeSpan.FromDays(1));
        worker = await site.SignInAs(Role.SupportWorker, Place.Id, Place.Id, author);
        page = await worker.Open(Address("/notes"));
        Assert.DoesNotContain("Correct this note", page.Text, StringComparison.Ordinal);
        var written = (await site.All<Note>()).Single(one => one.Text == word + " two");
        var late = await site.With<CorrectNote, Result<Guid>>(correct => correct.Handle(written, word + " three", written.AuthorId!.Value, default));
        Assert.Equal("A note can be corrected within a day, by whoever wrote it. Add to it instead.", late.Problems.Single().Message);
        Assert.Equal(302, (await page.Press("Add it", ("What is to be added", "and later this"))).Status);
        Assert.Matches(word + " two.*and later this", (await worker.Open(Address("/notes"))).Text);
        var note = (await site.All<Note>()).Single(one => one.Text == word + " two");
        Assert.Equal(note.Id, (await site.All<Note>()).Single(one => one.Text == "and later this" && one.OrganisationId == Group.Id).AddsTo);
        Assert.Single(await site.All<AuditEntry>(), one => one.RecordId == note.Id && one.Act.EndsWith("Changed", StringComparison.Ordinal) && one.Fields == "CorrectedAt,Text");
    }

    [Fact]
    public async Task Pressing_twice_writes_one_note_and_an_empty_one_is_none()
    {
        var page = await (await Worker()).Open(Address("/notes"));
        var pressed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => page.Press("Save the note", ("New note", word))));
        Assert.All(pressed, one => Assert.Equal(302, one.Status));
        Assert.Single(await site.All<Note>(), one => one.Text == word);
        var empty = await page.Press("Save the note", ("New note", " \n"));
        Assert.Equal((422, "Write something, in at most 5,000 letters."), (empty.Status, empty.Problems.Single()));
    }

    [Fact]
    public async Task Notes_go_along_when_two_groups_become_one_and_back_when_that_is_undone()
    {
        await Write(await Worker(), word);
        var other = await site.OneGroup(Place, "Elsewhere " + word);
        var merged = await site.With<MergeOrganisations, Result<Guid>>(merge => merge.Handle(new(Place.Id, other.Id, Group.Id, "tests", "Same people"), default));
        Assert.Contains(word, (await (await Worker()).Open($"/groups/{other.Slug}/notes")).Text, StringComparison.Ordinal);
        Assert.True(merged.Succeeded);
        await site.With<UndoMerge, Result<Guid>>(undo => undo.Handle(Place.Id, merged.Value, "tests", default));
        Assert.Contains(word, (await (await Worker()).Open(Address("/notes"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_named_gets_it_read_first_and_is_taken_out_when_erased_while_the_note_stays()
    {
        var (email, name) = ($"{word}@example.org", "Canary " + word);
        var named = await site.SignIn(email);
        await (await named.Open("/me")).Press("Save", ("Name", name));
        var person = await site.InDb(db => db.Set<Person>().SingleAsync(one => one.Email == email));
        await Write(await Worker(), $"Met {name} and Bea, write to {email.ToUpperInvariant()} about the hall");

        Assert.DoesNotContain("Bea", await Bundle(person, readFirst: false), StringComparison.Ordinal);
        Assert.Contains("Kept back, since it may name other people.", await Bundle(person, readFirst: false), StringComparison.Ordinal);
        var read = await Bundle(person, readFirst: true);
        Assert.Contains($"Met {name} and Bea", read, StringComparison.Ordinal);
        Assert.Contains("May name other people: what it says.", read, StringComparison.Ordinal);

        await site.With<ErasePerson, Result<ErasePerson.Done>?>(erase => erase.Handle(person.Id, "Asked", default));
        Assert.Contains("Met [erased] and Bea, write to [erased] about the hall", (await (await Worker()).Open(Address("/notes"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_author_leaves_the_note_without_a_name()
    {
        var email = $"author-{word}@example.org";
        await Write(await site.SignInAs(Role.SupportWorker, Place.Id, Place.Id, email), word);
        var person = await site.InDb(db => db.Set<Person>().SingleAsync(one => one.Email == email));
        await site.With<ErasePerson, Result<ErasePerson.Done>?>(erase => erase.Handle(person.Id, "Asked", default));
        Assert.Contains(word + " Somebody who is here no longer", (await (await Worker()).Open(Address("/notes"))).Text, StringComparison.Ordinal);
        Assert.All((await site.All<Note>()).Where(one => one.Text == word), one => Assert.Null(one.AuthorId));
    }

    private async Task<PageSeen> Write(Visitor worker, string text) => await (await worker.Open(Address("/notes"))).Press("Save the note", ("New note", text));

    private async Task<string> Bundle(Person person, bool readFirst)
    {
        await using var zip = await site.With<TakeAllAboutPerson, Stream?>(take => take.Handle(person.Id, readFirst, default));
        using var archive = new ZipArchive(zip!);
        using var reader = new StreamReader(await archive.GetEntry("everything.html")!.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
