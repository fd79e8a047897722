using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Groups.Telling;

/// <summary>A group's people and the staff read who changed what, when and why; names are for those who may see them.</summary>
public sealed class GroupHistoryTests(Site site) : Scene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task What_was_changed_is_told_in_words_with_role_time_and_reason()
    {
        await (await (await Worker()).Open(Address("/edit"))).Press("Save", ("Telephone", "0161 912 2001"), ("Languages spoken", "Urdu"), ("Why", "They rang us"));
        var when = site.Clock.Now;
        await (await (await Lead()).Open(Address("/edit"))).Press("Save", ("What they do", "Mends bicycles"));
        var page = await (await site.SignInAs(Role.Member, Group.Id, Place.Id)).Open(Address("/history"));
        Assert.Equal(200, page.Status);
        var lines = page.All(".history > li");
        Assert.Contains(lines, line => line.StartsWith("A support worker changed the languages and the telephone number. Because: They rang us", StringComparison.Ordinal) && line.Contains(when.ToString("d MMMM yyyy"), StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("A lead of the group changed what they do.", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("named this group for the first time", StringComparison.Ordinal));
        Assert.DoesNotContain("0161 912 2001", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_and_reasons_about_people_are_for_those_who_may_see_them()
    {
        var administrator = await site.SignInAs(Role.Administrator, Place.Id, Place.Id);
        var worker = await Worker();
        await site.InDb(db => db.Set<Person>().Where(one => one.Name == "Support worker").ExecuteUpdateAsync(one => one.SetProperty(person => person.Name, "Wilhelmina")));
        await (await worker.Open(Address("/edit"))).Press("Save", ("Languages spoken", "Welsh"));
        await site.SignInAs(Role.Member, Group.Id, Place.Id, "leaver@example.org");
        var leaver = await site.InDb(db => db.Set<Person>().SingleAsync(one => one.Email == "leaver@example.org"));
        var role = await site.InDb(db => db.Set<Appointment>().SingleAsync(one => one.PersonId == leaver.Id));
        await (await administrator.Open($"/people/end/{role.Id}")).Submit(("Reason", "Canary quarrel"));
        var seen = await administrator.Open(Address("/history"));
        Assert.Contains("Wilhelmina (Support worker) changed the languages.", seen.Text, StringComparison.Ordinal);
        Assert.Contains("Canary quarrel", seen.Text, StringComparison.Ordinal);
        foreach (var visitor in new[] { await site.SignInAs(Role.Viewer, Place.Id, Place.Id), await site.SignInAs(Role.Member, Group.Id, Place.Id), worker })
        {
            var page = await visitor.Open(Address("/history"));
            var file = Encoding.UTF8.GetString((await visitor.Open(Address("/history?format=csv"))).Body);
            Assert.Contains("A support worker changed the languages.", page.Text, StringComparison.Ordinal);
            Assert.Contains("A place administrator ended a role.", file, StringComparison.Ordinal);
            Assert.All(new[] { page.Text, file }, text => Assert.DoesNotContain("Wilhelmina", text, StringComparison.Ordinal));
            Assert.All(new[] { page.Text, file }, text => Assert.DoesNotContain("quarrel", text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Nobody_else_finds_it()
    {
        var other = await site.OneGroup(Place);
        foreach (var visitor in new[] { site.Visit(), await site.SignIn("resident@example.org"), await site.SignInAs(Role.Lead, other.Id, Place.Id) })
        {
            Assert.Equal(404, (await visitor.Open(Address("/history"))).Status);
            Assert.Equal(404, (await visitor.Open(Address("/history?format=csv"))).Status);
        }

        Assert.Contains("/history", (await (await Worker()).Open(Address())).Link("History"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_history_is_read_part_by_part_with_nothing_twice_and_nothing_left_out()
    {
        await site.With<Trail, int>(async trail =>
        {
            for (var number = 0; number < 60; number++)
            {
                trail.Because($"Time {number:00}");
                await using var connection = await ((Trellis.Platform.Data.Database)site.Services.GetService(typeof(Trellis.Platform.Data.Database))!).Open(default);
                await using var transaction = await connection.BeginTransactionAsync();
                await trail.Append(connection, !TestDatabase.IsPostgres, [new("Organisation", Group.Id, Place.Id, DeedKind.Changed, ["Purpose"])], default);
                await transaction.CommitAsync();
                site.Clock.Pass(TimeSpan.FromSeconds(1));
            }

            return 0;
        });
        var worker = await Worker();
        var (page, seen, parts) = (await worker.Open(Address("/history")), new List<string>(), 1);
        seen.AddRange(page.All(".history .said"));
        while (page.Document.QuerySelector("a[rel=next]") is not null)
        {
            page = await page.Follow("Older");
            seen.AddRange(page.All(".history .said"));
            parts++;
        }

        Assert.Equal(3, parts);
        Assert.Equal([.. Enumerable.Range(0, 60).Reverse().Select(number => $"Because: Time {number:00}")], seen);
        Assert.Contains("for the first time", page.Text, StringComparison.Ordinal);
        var file = Encoding.UTF8.GetString((await worker.Open(Address("/history?format=csv"))).Body);
        Assert.All(Enumerable.Range(0, 60), number => Assert.Contains($"Time {number:00}", file, StringComparison.Ordinal));
    }
}
