using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Notices;
using Trellis.Platform.Privacy;
using Trellis.Tests.Support;

namespace Trellis.Tests.Privacy;

/// <summary>What is needed for a complaint or a claim is neither ended nor erased until that is over; all else ends in its time.</summary>
public sealed class LegalHoldTests
{
    private const string Email = "held@example.org";

    [Fact]
    public async Task Of_somebody_held_nothing_is_erased_by_anybody_until_it_is_over()
    {
        await using var site = new ErasureTests.WithFolder();
        var place = await site.Place();
        var held = await site.SignInAs(Role.SupportWorker, place, place, Email);
        var administrator = await site.SignInAs(Role.Administrator, place, place);
        var id = await Id(site);
        var page = await administrator.Open($"/people/{id}/data");
        Assert.Equal(422, (await page.Press("Keep it for now")).Status);
        Assert.Equal(302, (await page.Press("Keep it for now", ("What is it needed for?", "Claim 17 of 3 May"))).Status);
        Assert.Equal(302, (await page.Press("Keep it for now", ("What is it needed for?", "Claim 17, typed in a second window"))).Status);
        Assert.Equal(1, await site.InDb(db => db.Set<LegalHold>().CountAsync()));

        var keeps = await administrator.Open($"/people/{id}/data");
        Assert.Contains("Claim 17 of 3 May", keeps.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Erase this person", keeps.Text, StringComparison.Ordinal);
        Assert.Contains($"/people/{id}/data", (await administrator.Open("/people/retention")).Html, StringComparison.Ordinal);
        Assert.Contains("needed for now", Assert.Single((await page.Press("Erase this person for good", ("Reason", "Letter of 1 May"), ("The person’s email address", Email))).Problems), StringComparison.Ordinal);
        Assert.Contains("needed for now", Assert.Single((await (await held.Open("/me/data")).Press("Erase me for good", ("Your email address", Email))).Problems), StringComparison.Ordinal);
        Assert.Equal(id, await Id(site));
        Assert.DoesNotContain(id.ToString(), await Erased(site), StringComparison.Ordinal);

        Assert.Equal(302, (await keeps.Press("It is no longer needed")).Status);
        Assert.Equal(302, (await keeps.Press("It is no longer needed")).Status);
        Assert.Equal(302, (await (await held.Open("/me/data")).Press("Erase me for good", ("Your email address", Email))).Status);
        Assert.Equal(0, await site.InDb(db => db.Set<LegalHold>().CountAsync()));
        Assert.Contains(id.ToString(), await Erased(site), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_held_does_not_end_in_its_time_and_all_else_does()
    {
        await using var site = new ErasureTests.WithFolder();
        var place = await site.Place();
        await site.SignInAs(Role.SupportWorker, place, place, Email);
        await site.SignInAs(Role.SupportWorker, place, place, "free@example.org");
        var id = await Id(site);
        Assert.True((await site.With<HoldPerson, Trellis.Platform.Result<LegalHold>>(hold => hold.Begin(id, place, "Claim 17", Guid.CreateVersion7(), default))).Succeeded);
        await site.InDb(async db =>
        {
            foreach (var email in new[] { Email, "free@example.org" })
            {
                db.Add(new Letter { Id = Guid.CreateVersion7(), PlaceId = place, Email = email, Kind = LetterKind.Service, Subject = "", Body = "", State = LetterState.Sent, QueuedAt = site.Clock.Now, DueAt = site.Clock.Now });
            }

            await db.SaveChangesAsync();
        });
        site.Clock.Pass(TimeSpan.FromDays(7 * 366));
        var due = await site.With<EndWhatIsDue, IReadOnlyList<EndWhatIsDue.Line>>(end => end.Preview(default));
        var ended = await site.With<EndWhatIsDue, IReadOnlyList<EndWhatIsDue.Line>>(end => end.Handle(default));
        Assert.Equal(due.Select(line => (line.Table.Table, line.Rows)), ended.Select(line => (line.Table.Table, line.Rows)));
        Assert.Equal([Email], await site.InDb(db => db.Set<Letter>().Where(one => one.Email == Email || one.Email == "free@example.org").Select(one => one.Email).Distinct().ToListAsync()));
        Assert.Equal([id], await site.InDb(db => db.Set<Session>().Select(one => one.PersonId).Distinct().ToListAsync()));

        await site.With<HoldPerson, bool>(hold => hold.End(id, place, Guid.CreateVersion7(), default));
        await site.With<EndWhatIsDue, IReadOnlyList<EndWhatIsDue.Line>>(end => end.Handle(default));
        Assert.Equal(0, await site.InDb(db => db.Set<Letter>().CountAsync()));
        Assert.Equal(0, await site.InDb(db => db.Set<Session>().CountAsync()));
    }

    [Fact]
    public async Task An_account_nobody_comes_to_is_erased_after_three_years_and_not_before()
    {
        await using var site = new ErasureTests.WithFolder();
        var place = await site.Place();
        await site.SignIn("gone@example.org");
        await site.SignIn("held-account@example.org");
        await site.SignIn("comes@example.org");
        await site.SignInAs(Role.Viewer, place, place, "has-role@example.org");
        var held = await site.InDb(db => db.Set<Person>().Where(one => one.Email == "held-account@example.org").Select(one => one.Id).SingleAsync());
        Assert.True((await site.With<HoldPerson, Trellis.Platform.Result<LegalHold>>(hold => hold.Begin(held, place, "Claim 17", Guid.CreateVersion7(), default))).Succeeded);

        site.Clock.Pass(TimeSpan.FromDays(2 * 365));
        await Night(site);
        await site.SignIn("comes@example.org");
        site.Clock.Pass(TimeSpan.FromDays(360));
        Assert.Equal(0, await Night(site));
        site.Clock.Pass(TimeSpan.FromDays(20));
        Assert.Equal(1, await site.With<EndIdleAccounts, int>(idle => idle.Preview(default)));
        Assert.Equal(1, await Night(site));
        Assert.Equal(0, await Night(site));
        Assert.Equal(["comes@example.org", "has-role@example.org", "held-account@example.org"], await site.InDb(db => db.Set<Person>().Select(one => one.Email).Order().ToListAsync()));
    }

    private static async Task<int> Night(Site site)
    {
        await site.With<EndWhatIsDue, IReadOnlyList<EndWhatIsDue.Line>>(end => end.Handle(default));
        return await site.With<EndIdleAccounts, int>(idle => idle.Handle(default));
    }

    private static Task<Guid> Id(Site site) => site.InDb(db => db.Set<Person>().Where(one => one.Email == Email).Select(one => one.Id).SingleAsync());

    private static async Task<string> Erased(ErasureTests.WithFolder site) => File.Exists(Path.Combine(site.Folder, "erased.txt")) ? await File.ReadAllTextAsync(Path.Combine(site.Folder, "erased.txt")) : "";
}
