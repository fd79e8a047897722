using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;
using Trellis.Platform.Places;
using Trellis.Tests.Groups;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>Administrators see who holds which role, give roles and end them; a place is never without one of them.</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private readonly Site site = new();
    private Place place = null!;
    private Visitor ann = null!;

    public async ValueTask InitializeAsync()
    {
        place = await site.MakePlace();
        ann = await site.SignInAs(Role.Administrator, place.Id, place.Id, "ann@example.org");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Everybody_with_a_role_is_listed_and_found_by_a_part_of_the_name()
    {
        for (var number = 0; number < 22; number++)
        {
            await site.Appoint(Role.Viewer, place.Id, place.Id, $"viewer{number:00}@example.org");
        }

        var all = await ann.Open("/people");
        Assert.Contains("23 people", all.Text, StringComparison.Ordinal);
        Assert.Equal(ListPeople.PageSize, all.All(".results h2").Count);
        Assert.Equal(3, (await all.Follow("Next page")).All(".results h2").Count);
        Assert.Single((await all.Submit(("Name or email address", "VIEWER07"))).All(".results h2"));
        Assert.Contains("Nobody found", (await all.Submit(("Name or email address", "100%"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_given_counts_after_signing_in_anew_and_is_told_by_mail()
    {
        var bob = await site.SignInAs(Role.Viewer, place.Id, place.Id, "bob@example.org");
        var page = await Person("bob@example.org");
        Assert.Equal(["Choose one of the roles."], (await page.Press("Give the role")).Problems);
        Assert.Equal(302, (await page.Press("Give the role", ("ManagerLeads the infrastructure organisation and answers its funders", "x"), ("Why", "Takes over the team"))).Status);
        Assert.Equal(404, (await bob.Open("/me")).Status);
        Assert.Contains("“Manager”", await site.LatestLetter("bob@example.org"), StringComparison.Ordinal);
        Assert.Contains("Manager: Thornfield", (await (await site.SignIn("bob@example.org")).Open("/me")).Text, StringComparison.Ordinal);
        Assert.Equal(["Takes over the team"], await site.InDb(db => db.Set<AuditReason>().Select(one => one.Reason).ToListAsync()));
    }

    [Fact]
    public async Task Ending_a_role_of_the_staff_ends_their_sessions_and_needs_a_reason()
    {
        var bob = await site.SignInAs(Role.Manager, place.Id, place.Id, "bob@example.org");
        var page = await (await Person("bob@example.org")).Follow("End this role");
        Assert.Equal([Reason.Missing.Message], (await page.Submit(("Reason", " "))).Problems);
        Assert.Equal(302, (await page.Submit(("Reason", "Has left"))).Status);
        Assert.Equal(404, (await bob.Open("/me")).Status);
        Assert.Contains("No role any more", (await ann.Open("/people?q=bob")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await page.Submit(("Reason", "Again"))).Status);
    }

    [Fact]
    public async Task The_last_administrator_names_who_takes_over()
    {
        var page = await (await ann.Open("/me")).Follow("Give it back");
        Assert.Equal(["Role is the only administrator of Thornfield. Invite somebody to take over first."], (await page.Submit()).Problems.Select(one => one.Replace("Place administrator", "Role", StringComparison.Ordinal)));
        var bob = await site.SignInAs(Role.Manager, place.Id, place.Id, "bob@example.org");
        page = await (await ann.Open("/me")).Follow("Give it back");
        Assert.Equal(422, (await page.Submit()).Status);
        Assert.Equal(302, (await page.Submit(("Managerbob@example.org", "x"))).Status);
        Assert.Equal((404, 200), ((await ann.Open("/people")).Status, (await (await site.SignIn("bob@example.org")).Open("/people")).Status));
        Assert.Equal(404, (await bob.Open("/me")).Status);
    }

    [Fact]
    public async Task Two_administrators_who_leave_at_once_do_not_both_get_away()
    {
        var bob = await site.SignInAs(Role.Administrator, place.Id, place.Id, "bob@example.org");
        var pages = await Task.WhenAll(Leave(ann), Leave(bob));
        Assert.Equal([302, 409], (await Task.WhenAll(pages.Select(page => page.Submit(("Why", ""))))).Select(page => page.Status == 422 ? 409 : page.Status).Order());
        Assert.NotEqual(0, await site.InDb(db => db.Set<Appointment>().CountAsync(one => one.Role == Role.Administrator && one.EndedAt == null)));

        static async Task<PageSeen> Leave(Visitor visitor) => await (await visitor.Open("/me")).Follow("Give it back");
    }

    [Fact]
    public async Task Whoever_counted_the_administrators_before_another_left_cannot_save_on_it()
    {
        var bob = await site.SignInAs(Role.Administrator, place.Id, place.Id, "bob@example.org");
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var first = await db.Set<Person>().SingleAsync(one => one.Email == "ann@example.org");
        Assert.False(await db.IsLastAdministrator(first, place.Id, default));
        Assert.Equal(302, (await (await (await bob.Open("/me")).Follow("Give it back")).Submit(("Why", ""))).Status);
        await db.ChangeAdministrators(place.Id, default);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task Somebody_disabled_is_out_at_once_and_back_when_enabled()
    {
        var bob = await site.SignInAs(Role.Viewer, place.Id, place.Id, "bob@example.org");
        var page = await Person("bob@example.org");
        Assert.Equal(422, (await page.Press("Disable")).Status);
        Assert.Equal(302, (await page.Press("Disable", ("Reason", "Lost the phone"))).Status);
        Assert.Equal(404, (await bob.Open("/me")).Status);
        var again = await Person("bob@example.org");
        Assert.Contains("Disabled", again.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await again.Press("Enable", ("Reason", "Found it"))).Status);
        Assert.Equal(200, (await (await site.SignIn("bob@example.org")).Open("/me")).Status);
    }

    [Fact]
    public async Task Nobody_disables_themselves_or_whoever_belongs_to_another_place_too()
    {
        Assert.DoesNotContain("Disable", (await Person("ann@example.org")).All("button"));
        await site.Appoint(Role.Viewer, place.Id, place.Id, "both@example.org");
        await site.Appoint(Role.Manager, Guid.Empty, null, "both@example.org");
        var refused = await (await Person("both@example.org")).Press("Disable", ("Reason", "Why not"));
        Assert.Equal((422, 1), (refused.Status, refused.Problems.Count));
    }

    [Fact]
    public async Task Nobody_gives_a_role_above_their_own()
    {
        await site.Appoint(Role.Viewer, place.Id, place.Id, "bob@example.org");
        var page = await Person("bob@example.org");
        Assert.Empty(page.Document.QuerySelectorAll("input[value=Operator]"));
        page.Document.QuerySelector("input[value=Manager]")!.SetAttribute("value", nameof(Role.Operator));
        Assert.Equal(["Choose one of the roles."], (await page.Press("Give the role", ("ManagerLeads the infrastructure organisation and answers its funders", "x"))).Problems);
        Assert.Equal([Role.Lead, Role.Member], Role.Lead.Gives());
        Assert.All(Enum.GetValues<Role>().Except([Role.Operator]), role => Assert.DoesNotContain(Role.Operator, role.Gives()));
    }

    [Fact]
    public async Task The_last_lead_hands_over_or_the_workers_are_told()
    {
        await site.Import(place, "group-list", "Name,Postcode,Email\nSale Choir,M33 7ZZ,choir@example.org\n");
        var group = await site.InDb(db => db.Set<Trellis.Groups.Record.Organisation>().SingleAsync());
        await site.Appoint(Role.SupportWorker, place.Id, place.Id, "sian@example.org");
        var lead = await site.SignInAs(Role.Lead, group.Id, place.Id, "lead@example.org");
        await site.Appoint(Role.Member, group.Id, place.Id, "member@example.org");
        var leaving = await (await lead.Open("/me")).Follow("Give it back");
        Assert.Equal(302, (await leaving.Submit(("Member of the groupmember@example.org", "x"))).Status);
        Assert.Equal(0, await site.InDb(db => db.Set<Letter>().CountAsync(one => one.Email == "sian@example.org")));
        var member = await site.SignIn("member@example.org");
        var page = await (await member.Open($"/groups/{group.Slug}/people")).Follow("Give it back");
        Assert.Contains("last lead of Sale Choir", page.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await page.Submit()).Status);
        Assert.Contains("The last lead of Sale Choir has gone", await site.LatestLetter("sian@example.org"), StringComparison.Ordinal);
    }

    private async Task<PageSeen> Person(string email)
    {
        site.Clock.Pass(TimeSpan.FromSeconds(1)); // so that the latest letter is the latest
        var id = await site.InDb(db => db.Set<Person>().Where(one => one.Email == email).Select(one => one.Id).SingleAsync());
        return await ann.Open("/people/" + id);
    }
}
