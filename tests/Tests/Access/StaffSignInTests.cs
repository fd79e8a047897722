using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>Staff see what is worth stealing: they are offered a passkey at once and need it after a week, and do not stay signed in.</summary>
public sealed class StaffSignInTests(Site site) : IClassFixture<Site>
{
    private const string ForStaff = "/people/jobs";

    [Fact]
    public async Task Staff_are_offered_a_passkey_at_their_first_sign_in_only()
    {
        var email = await Appoint("offered", Role.Viewer);
        Assert.Equal("/me/passkeys?back=%2Fme", await Lands(email));
        Assert.Equal("/me", await Lands(email));
        Assert.Equal("/me", await Lands("resident@example.org"));
    }

    [Fact]
    public async Task After_a_week_a_staff_role_counts_for_nothing_without_a_passkey()
    {
        using var key = new SoftKey();
        var email = await Appoint("week", Role.Administrator);
        site.Clock.Pass(ReadSession.WeekWithoutPasskey - TimeSpan.FromMinutes(2));
        var visitor = await site.SignIn(email);
        Assert.Equal(200, (await visitor.Open(ForStaff)).Status);
        site.Clock.Pass(TimeSpan.FromMinutes(3));
        Assert.Equal("/me/passkeys?back=%2Fpeople%2Fjobs", await Sent(visitor, ForStaff));
        Assert.Contains("Your role lets you see what is not public", (await visitor.Open("/me/passkeys?back=%2Fpeople%2Fjobs")).Text, StringComparison.Ordinal);

        await visitor.Enrol(key);
        Assert.Equal(200, (await visitor.Open(ForStaff)).Status);
    }

    [Fact]
    public async Task Staff_with_a_passkey_prove_nothing_risky_by_a_mailed_code()
    {
        using SoftKey key = new(), planted = new();
        var email = await Appoint("phished", Role.Administrator);
        await (await site.SignIn(email)).Enrol(key);
        site.Clock.Pass(ReadSession.WeekWithoutPasskey);

        var thief = await site.SignIn(email); // somebody who reads their mail
        Assert.Equal("/sign-in/again?back=%2Fpeople%2Fjobs", await Sent(thief, ForStaff));
        Assert.Equal(("/sign-in/again?back=%2Fme%2Fpasskeys", "/sign-in/again?back=%2Fme%2Femail"), (await Sent(thief, "/me/passkeys"), await Sent(thief, "/me/email")));
        var again = await thief.Open("/sign-in/again?back=%2Fme");
        Assert.DoesNotContain("Send me a code", again.All("button"));
        Assert.Equal(404, (await thief.Send(Posted(again, "/sign-in/again?handler=Send&back=%2Fme"))).Status);
        Assert.Equal(404, (await thief.Send(Posted(again, "/sign-in/again?handler=Code&back=%2Fme"))).Status);

        var asked = await thief.AskForPasskey("/sign-in/again?back=%2Fme");
        Assert.Equal(422, (await thief.Answer(asked, planted.Show(asked.Options))).Status);
        asked = await thief.AskForPasskey("/sign-in/again?back=%2Fme");
        Assert.Equal(302, (await thief.Answer(asked, key.Show(asked.Options))).Status);
        Assert.Equal(200, (await thief.Open(ForStaff)).Status);
    }

    [Fact]
    public async Task A_page_that_the_role_would_open_asks_for_the_passkey_and_no_other_page_does()
    {
        var email = await Appoint("page", Role.Administrator);
        site.Clock.Pass(ReadSession.WeekWithoutPasskey);
        var visitor = await site.SignIn(email);
        Assert.Equal("/me/passkeys?back=%2Fpeople%2Fjobs", await Sent(visitor, ForStaff));
        Assert.Equal(404, (await visitor.Open("/there-is-no-such-page")).Status);
        Assert.Equal(200, (await visitor.Open("/me")).Status);
        Assert.Equal(404, (await (await site.SignIn("no-role@example.org")).Open(ForStaff)).Status);
    }

    [Fact]
    public async Task Staff_who_go_away_for_an_hour_are_signed_out_and_others_are_not()
    {
        var (staff, resident) = (await site.SignIn(await Appoint("idle", Role.Viewer)), await site.SignIn("stays@example.org"));
        for (var minutes = 0; minutes < 120; minutes += 40)
        {
            site.Clock.Pass(TimeSpan.FromMinutes(40));
            Assert.Equal(200, (await staff.Open("/me")).Status);
        }

        site.Clock.Pass(TimeSpan.FromMinutes(65));
        Assert.Equal((404, 200), ((await staff.Open("/me")).Status, (await resident.Open("/me")).Status));
    }

    [Fact]
    public async Task Whoever_becomes_staff_does_not_stay_signed_in_for_thirty_days()
    {
        var visitor = await site.SignIn("promoted@example.org");
        await Appoint("promoted", Role.Viewer);
        for (var hours = 0.0; hours < 12; hours += 0.75)
        {
            Assert.Equal(200, (await visitor.Open("/me")).Status);
            site.Clock.Pass(TimeSpan.FromHours(0.75));
        }

        Assert.Equal(404, (await visitor.Open("/me")).Status);
    }

    private static HttpRequestMessage Posted(PageSeen page, string to) => new(HttpMethod.Post, new Uri(to, UriKind.Relative))
    {
        Content = new FormUrlEncodedContent([new("__RequestVerificationToken", page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]),
    };

    private static async Task<string> Sent(Visitor visitor, string to) => (await visitor.Open(to)).Response.Headers.Location!.ToString();

    private async Task<string> Lands(string email)
    {
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        var asked = await (await site.Visit().Open("/sign-in")).Submit(("Email address", email));
        return (await (await asked.FollowRedirect()).Submit(("Code", await site.LatestCode(email)))).Response.Headers.Location!.ToString();
    }

    private Task<string> Appoint(string name, Role role) => site.InDb(async db =>
    {
        var now = site.Clock.GetUtcNow();
        var place = await db.Set<Place>().FirstOrDefaultAsync() ?? db.Add(new Place { Id = Guid.CreateVersion7(), Code = "E08000009", Name = "Trafford", Slug = "trafford", IsDemo = false }).Entity;
        var person = await db.Set<Person>().FirstOrDefaultAsync(one => one.Email == name + "@example.org")
            ?? db.Add(new Person { Id = Guid.CreateVersion7(now), Name = name, Email = name + "@example.org", CreatedAt = now, IsSample = false }).Entity;
        db.Add(new Appointment { Id = Guid.CreateVersion7(now), PersonId = person.Id, Role = role, ScopeId = place.Id, PlaceId = place.Id, Since = now });
        await db.SaveChangesAsync();
        return person.Email;
    });
}
