using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Notices;
using Trellis.Platform.Privacy;
using Trellis.Tests.Support;

namespace Trellis.Tests.Privacy;

/// <summary>Where there are several places, the administrators of one see, end and erase what is their own place's and nothing more.</summary>
public sealed class ScopeTests(ErasureTests.WithFolder site) : IClassFixture<ErasureTests.WithFolder>
{
    [Fact]
    public async Task Each_place_sees_and_erases_its_own()
    {
        var twins = await Twins.Make(site);
        var (here, there) = (twins.Ours.Id, twins.Other.Id);
        foreach (var place in new[] { here, there })
        {
            await site.Appoint(Role.Viewer, place, place, "both@example.org");
            await site.InDb(async db =>
            {
                var old = site.Clock.Now.AddDays(-400);
                db.Add(new Letter { Id = Guid.CreateVersion7(old), PlaceId = place, Email = "old@example.org", Kind = LetterKind.Service, Subject = "", Body = "", State = LetterState.Sent, QueuedAt = old, DueAt = old });
                await db.SaveChangesAsync();
            });
        }

        await site.SignIn("both@example.org");
        await site.InDb(async db =>
        {
            var old = site.Clock.Now.AddDays(-400);
            db.Add(new Letter { Id = Guid.CreateVersion7(old), Email = "old@example.org", Kind = LetterKind.Service, Subject = "", Body = "", State = LetterState.Sent, QueuedAt = old, DueAt = old });
            await db.SaveChangesAsync();
        });
        var administrator = await site.SignInAs(Role.Administrator, here, here);
        var page = await administrator.Open("/people/retention");
        Assert.Contains("Only what belongs to this one", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Browsers signed in", page.Text, StringComparison.Ordinal);
        Assert.Equal("1", page.Table("Due to be ended").Single(row => row[0] == "Letters")[2]);
        await page.Press("End them now");
        Assert.Equal([there, null], await site.InDb(db => db.Set<Letter>().Where(one => one.Email == "old@example.org").OrderBy(one => one.PlaceId == null).Select(one => one.PlaceId).ToListAsync()));
        var operators = await site.SignInAs(Role.Operator, Guid.Empty, null);
        Assert.DoesNotContain("/people/jobs", (await administrator.Open("/me")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/people/jobs", (await administrator.Open("/work")).Html, StringComparison.Ordinal);
        Assert.Contains("/people/jobs", (await operators.Open("/me")).Html, StringComparison.Ordinal);

        var both = await site.InDb(db => db.Set<Person>().SingleAsync(one => one.Email == "both@example.org"));
        page = await administrator.Open($"/people/{both.Id}/data");
        Assert.Contains("used beyond this place", page.Text, StringComparison.Ordinal);
        var file = await page.Press("Download everything about this person");
        Assert.DoesNotContain(there.ToString(), Text(file.Body), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(here.ToString(), Text(file.Body), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(302, (await page.Press("Erase this person from the place for good", ("Reason", "Letter of 1 May"), ("The person’s email address", both.Email))).Status);
        Assert.Equal([there], await site.InDb(db => db.Set<Appointment>().Where(one => one.PersonId == both.Id).Select(one => one.ScopeId).ToListAsync()));
        Assert.Equal(404, (await administrator.Open($"/people/{both.Id}/data")).Status);
        Assert.True(await site.InDb(db => db.Set<Person>().AnyAsync(one => one.Id == both.Id)));

        // A backup from before brings it back, and it is erased again; what came anew since is not.
        await site.Appoint(Role.Viewer, here, here, "both@example.org");
        Assert.Equal(0, await site.With<ErasePerson, int>(erase => erase.Again(default, site.Clock.Now.AddHours(1))));
        Assert.Equal(1, await site.With<ErasePerson, int>(erase => erase.Again(default, site.Clock.Now.AddHours(-1))));
        Assert.Equal([there], await site.InDb(db => db.Set<Appointment>().Where(one => one.PersonId == both.Id).Select(one => one.ScopeId).ToListAsync()));
    }

    [Fact]
    public async Task In_the_only_place_its_administrators_answer_for_all()
    {
        await using var own = new ErasureTests.WithFolder();
        var place = await own.Place();
        var administrator = await own.SignInAs(Role.Administrator, place, place);
        Assert.Contains("Browsers signed in", (await administrator.Open("/people/retention")).Text, StringComparison.Ordinal);
        Assert.Contains("/people/mail", (await administrator.Open("/me")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/people/mail", (await (await own.SignInAs(Role.Manager, place, place)).Open("/me")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ending_sessions_and_taking_all_data_away_ask_again_who_it_is()
    {
        await using var own = new ErasureTests.WithFolder();
        await own.Place();
        var visitor = await own.SignIn("asked@example.org");
        var me = await visitor.Open("/me");
        own.Clock.Pass(TimeSpan.FromMinutes(11));
        foreach (var answer in new[] { await visitor.Open("/me/data?handler=All"), await visitor.Send(End(me)) })
        {
            Assert.Contains(answer.Status, new[] { 302, 307 });
            Assert.StartsWith("/sign-in/again", answer.Response.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(1, await own.InDb(db => db.Set<Session>().CountAsync(one => one.EndedAt == null)));
    }

    private static HttpRequestMessage End(PageSeen page) => FormPage.Request(FormPage.Find(page.Document, page.Document.QuerySelector("form[action*='handler=End'] button")!.GetAttribute("aria-label"), []), null);

    private static string Text(byte[] zip)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(zip));
        using var reader = new StreamReader(archive.GetEntry("everything.json")!.Open());
        return reader.ReadToEnd();
    }
}
