using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>Sessions live on the server: listed to their owner, ended one by one, over at once when they should be.</summary>
public sealed class SessionTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_session_is_ended_from_another_browser()
    {
        var phone = await site.SignIn("two@example.org");
        var laptop = await site.SignIn("two@example.org");
        var ended = await (await laptop.Open("/me")).Press(await Other(laptop));
        Assert.Equal(302, ended.Status);
        Assert.Equal((404, 200), ((await phone.Open("/me")).Status, (await laptop.Open("/me")).Status));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_too()
    {
        var visitor = await site.SignIn("out@example.org");
        Assert.Equal(302, (await (await visitor.Open("/sign-out")).Press("Sign out")).Status);
        Assert.Equal(404, (await visitor.Open("/me")).Status);
        Assert.NotNull((await Token("out@example.org")).EndedAt);
    }

    [Fact]
    public async Task That_somebody_signed_in_and_out_stays_in_the_history_as_theirs()
    {
        var visitor = await site.SignIn("trace@example.org");
        var session = await Token("trace@example.org");
        await (await visitor.Open("/sign-out")).Press("Sign out");
        var entries = await site.InDb(db => db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.RecordId == session.Id).OrderBy(entry => entry.Sequence).ToListAsync());
        Assert.Equal(["/sign-in/code Added", "/sign-out Removed"], entries.Select(entry => entry.Act));
        Assert.All(entries, entry => Assert.Equal((session.PersonId, session.Id, nameof(Session)), (entry.ActorId, entry.SessionId, entry.RecordKind)));
        var again = await site.SignIn("trace@example.org");
        Assert.Contains("You signed in.", (await again.Open("/me/history")).Text, StringComparison.Ordinal);
        Assert.Contains("You ended a sign-in.", (await again.Open("/me/history")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_disabled_is_out_at_the_next_request()
    {
        var visitor = await site.SignIn("gone@example.org");
        await site.InDb(async db =>
        {
            (await db.Set<Person>().SingleAsync(one => one.Email == "gone@example.org")).DisabledAt = site.Clock.GetUtcNow();
            await db.SaveChangesAsync();
        });
        Assert.Equal(404, (await visitor.Open("/me")).Status);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        await site.SignIn("victim@example.org");
        var theirs = await Token("victim@example.org");
        var thief = await site.SignIn("other@example.org");
        var page = await thief.Open("/me");
        page.Document.QuerySelector("input[name=session]")!.SetAttribute("value", theirs.Id.ToString());
        Assert.Equal(404, (await page.Press(page.Document.QuerySelector("form:has(input[name=session]) button")!.GetAttribute("aria-label"))).Status);
        Assert.Null((await Token("victim@example.org")).EndedAt);
    }

    [Fact]
    public async Task The_token_itself_is_nowhere_in_the_database()
    {
        var session = (await site.SignIn("hash@example.org"), await Token("hash@example.org")).Item2;
        Assert.Equal(64, session.TokenHash.Length);
    }

    private static async Task<string?> Other(Visitor visitor) =>
        (await visitor.Open("/me")).Document.QuerySelectorAll("li:not(:has(.good)) > form button[aria-label]")[^1].GetAttribute("aria-label");

    private Task<Session> Token(string email) => site.InDb(db => (
        from session in db.Set<Session>().AsNoTracking()
        join person in db.Set<Person>() on session.PersonId equals person.Id
        where person.Email == email
        orderby session.Id descending
        select session).FirstAsync());
}
