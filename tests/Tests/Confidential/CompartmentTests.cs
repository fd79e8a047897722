using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Documents;
using Trellis.Tests.Documents;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Confidential;

/// <summary>The compartment opens only with law and policy, only to named people, and each reading is seen by those who answer for the place.</summary>
public sealed class CompartmentTests(SealedSite site) : IClassFixture<SealedSite>
{
    [Fact]
    public async Task It_opens_only_when_law_and_policy_are_named_and_shuts_again()
    {
        await using var own = new SealedSite();
        var place = await own.OnePlace();
        var group = await own.OneGroup(place);
        var confidant = await own.Confidant(place);
        var notes = await confidant.Open($"/groups/{group.Slug}/confidential");
        Assert.Contains("is shut", notes.Text, StringComparison.Ordinal);
        Assert.Null(notes.Document.QuerySelector("main form"));
        Assert.False(File.Exists(own.KeyPath));

        var administrator = await own.SignInAs(Role.Administrator, place.Id, place.Id);
        var page = await administrator.Open("/people/confidential");
        var law = page.All("label").First(label => label.StartsWith("Safeguarding of children", StringComparison.Ordinal));
        Assert.Equal(2, (await page.Press("Open the compartment")).Problems.Count);
        Assert.StartsWith("Put the place’s policy document here first.", Assert.Single((await page.Press("Open the compartment", (law, "x"))).Problems), StringComparison.Ordinal);
        var policy = await administrator.Open("/people/confidential/policy");
        Assert.Equal(404, (await administrator.Open("/people/confidential/policy-document")).Status);
        Assert.Equal(3, (await administrator.Send(policy, null)).Problems.Count);
        var future = await administrator.Send(policy, ("The document", "policy.pdf", GoodFiles.Pdf), ("Title of the policy", "Policy of care"), ("The day it was agreed", "1 May 2027"));
        Assert.Equal(["The policy’s date is in the future. Enter the day it was agreed.", "Choose the file again; your browser does not keep it."], future.Problems);
        Assert.Equal(422, (await administrator.Send(policy, ("The document", "policy.exe", "MZ"u8.ToArray()), ("Title of the policy", "Policy of care"), ("The day it was agreed", "1 May 2026"))).Status);
        Assert.Equal(422, (await page.Press("Open the compartment", (law, "x"))).Status);
        Assert.False(File.Exists(own.KeyPath));

        Assert.Equal(302, (await administrator.Send(policy, ("The document", "policy.pdf", GoodFiles.Pdf), ("Title of the policy", "Policy of care"), ("The day it was agreed", "1 May 2026"))).Status);
        Assert.Equal(GoodFiles.Pdf, (await administrator.Open("/people/confidential/policy-document")).Body);
        Assert.Equal(404, (await confidant.Open("/people/confidential/policy-document")).Status);
        Assert.Contains("is shut", (await confidant.Open($"/groups/{group.Slug}/confidential")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await page.Press("Open the compartment", (law, "x"))).Status);
        Assert.Contains("Policy of care, of 1 May 2026", (await administrator.Open("/people/confidential")).Text, StringComparison.Ordinal);

        policy = await administrator.Open("/people/confidential/policy");
        Assert.Equal(302, (await administrator.Send(policy, null, ("Title of the policy", "Policy of more care"))).Status);
        Assert.Equal(GoodFiles.Pdf, (await administrator.Open("/people/confidential/policy-document")).Body);
        policy = await administrator.Open("/people/confidential/policy");
        var newer = PdfFiles.With("<</Title(Newer)>>");
        Assert.Equal(302, (await administrator.Send(policy, ("A newer document, in place of the one that is here", "newer.pdf", newer))).Status);
        Assert.Equal(newer, (await administrator.Open("/people/confidential/policy-document")).Body);
        Assert.Equal(1, await own.InDb(db => db.Set<StoredFile>().CountAsync()));
        Assert.Contains("Policy of more care", (await administrator.Open("/people/confidential")).Text, StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(own.KeyPath) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));

        var note = await own.Write(confidant, group, "Only for few");
        Assert.Contains("Only for few", (await confidant.Open(note)).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await (await administrator.Open("/people/confidential")).Press("Shut the compartment")).Status);
        var shut = await confidant.Open(note);
        Assert.Contains("is shut", shut.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Only for few", shut.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_named_people_find_the_notes_and_each_reading_is_seen_by_those_who_answer_for_the_place()
    {
        var (place, group) = await site.Opened();
        var confidant = await site.Confidant(place);
        var note = await site.Write(confidant, group, "The treasurer is ill");
        Assert.DoesNotContain("treasurer", (await confidant.Open($"/groups/{group.Slug}/confidential")).Html, StringComparison.Ordinal);
        var page = await confidant.Open(note);
        Assert.Contains("The treasurer is ill", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("treasurer", page.Title, StringComparison.Ordinal);

        var administrator = await site.SignInAs(Role.Administrator, place.Id, place.Id);
        var manager = await site.SignInAs(Role.Manager, place.Id, place.Id);
        foreach (var visitor in new[] { administrator, manager, await site.SignInAs(Role.Lead, group.Id, place.Id), await site.SignInAs(Role.SupportWorker, place.Id, place.Id), site.Visit() })
        {
            Assert.Equal(404, (await visitor.Open(note)).Status);
            Assert.Equal(404, (await visitor.Open($"/groups/{group.Slug}/confidential")).Status);
            Assert.DoesNotContain("onfidential", (await visitor.Open($"/groups/{group.Slug}/history")).Text, StringComparison.Ordinal);
        }

        var readings = (await manager.Open("/work/confidential")).All(".history > li");
        Assert.Contains(readings, line => line.StartsWith("Confidant (Confidant) read a confidential note.", StringComparison.Ordinal) && line.Contains(group.Name, StringComparison.Ordinal));
        Assert.Contains(readings, line => line.StartsWith("Confidant (Confidant) wrote a confidential note.", StringComparison.Ordinal));
        Assert.DoesNotContain(readings, line => line.Contains("treasurer", StringComparison.Ordinal));
        var id = await site.InDb(db => db.Set<Person>().Where(one => one.Name == "Confidant").Select(one => one.Id).SingleAsync());
        Assert.DoesNotContain("onfidential", (await administrator.Open($"/people/{id}/history")).Text, StringComparison.Ordinal);
        Assert.Contains("You read a confidential note.", (await confidant.Open("/me/history")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_makes_themselves_a_confidant()
    {
        var place = await site.OnePlace();
        var administrator = await site.SignInAs(Role.Administrator, place.Id, place.Id, "boss@example.org");
        var id = await site.InDb(db => db.Set<Person>().Where(one => one.Email == "boss@example.org").Select(one => one.Id).SingleAsync());
        var page = await administrator.Open($"/people/{id}");
        var refused = await page.Press("Give the role", (page.All("label").First(label => label.StartsWith("Confidant", StringComparison.Ordinal)), "x"));
        Assert.Equal(["Nobody makes themselves a confidant. Another administrator can give you this role."], refused.Problems);
        var invite = await administrator.Open("/people/invitations");
        refused = await invite.Submit(("Their email address", "boss@example.org"), (invite.All("label").First(label => label.StartsWith("Confidant", StringComparison.Ordinal)), "x"));
        Assert.Equal(["Nobody makes themselves a confidant. Another administrator can give you this role."], refused.Problems);
    }

    [Fact]
    public async Task An_old_proof_of_who_one_is_does_not_do()
    {
        var (place, group) = await site.Opened();
        var confidant = await site.Confidant(place);
        var note = await site.Write(confidant, group, "Behind a second look");
        site.Clock.Pass(TimeSpan.FromMinutes(11));
        var asked = await confidant.Open(note);
        Assert.Equal(302, asked.Status);
        Assert.StartsWith("/sign-in/again", asked.Response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_will_not_do_is_said_and_nothing_is_lost()
    {
        var (place, group) = await site.Opened();
        var page = await (await site.Confidant(place)).Open($"/groups/{group.Slug}/confidential");
        var again = await page.Press("Keep the note", ("Note", "Kept words"), ("Address of the person it is about", "stranger@example.org"));
        Assert.Equal(422, again.Status);
        Assert.Contains("Kept words", again.Html, StringComparison.Ordinal);
        Assert.Equal(["Write the note, in at most 20,000 letters."], (await page.Press("Keep the note", ("Note", " "))).Problems);
    }

    [Fact]
    public async Task A_note_is_removed_for_good()
    {
        var (place, group) = await site.Opened();
        var confidant = await site.Confidant(place);
        var note = await site.Write(confidant, group, "Soon gone");
        Assert.Equal(302, (await (await confidant.Open(note)).Press("Remove this note for good")).Status);
        Assert.Equal(404, (await confidant.Open(note)).Status);
    }
}
