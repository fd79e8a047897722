using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>What is risky asks again after ten minutes, loses nothing of what was typed, and gives the browser a new token.</summary>
public sealed class StepUpTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_risky_page_opens_at_once_after_signing_in_and_asks_again_ten_minutes_later()
    {
        var visitor = await site.SignIn("ten@example.org");
        site.Clock.Pass(StepUpAttribute.Life - TimeSpan.FromSeconds(2));
        Assert.Equal(200, (await visitor.Open("/me/email")).Status);
        site.Clock.Pass(TimeSpan.FromSeconds(2));
        var sent = await visitor.Open("/me/email");
        Assert.Equal((302, "/sign-in/again?back=%2Fme%2Femail"), (sent.Status, sent.Response.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task A_new_code_leads_back_to_where_one_was_with_a_new_token()
    {
        var visitor = await Stale("back@example.org");
        var before = await Hash("back@example.org");
        var asked = await (await (await visitor.Open("/me/email")).FollowRedirect()).Press("Send me a code");
        var back = await asked.Press("It is me", ("Code", await site.LatestCode("back@example.org")));
        Assert.Equal((302, "/me/email"), (back.Status, back.Response.Headers.Location!.ToString()));
        Assert.Equal(200, (await back.FollowRedirect()).Status);
        Assert.NotEqual(before, await Hash("back@example.org"));
    }

    [Fact]
    public async Task What_was_typed_meanwhile_is_kept_and_sent_once_it_is_proved_who_it_is()
    {
        var visitor = await site.SignIn("typed@example.org");
        var form = await visitor.Open("/me/email");
        site.Clock.Pass(StepUpAttribute.Life);
        var refused = await form.Submit(("New email address", "typed-new@example.org"));
        Assert.Equal(307, refused.Status);
        var again = await SendOn(visitor, form, refused.Response.Headers.Location!);
        Assert.Equal("Is it still you?", again.Heading);
        Assert.False(await site.InDb(db => db.Set<OneTimeLink>().AnyAsync(link => link.Email == "typed-new@example.org")));

        var asked = await again.Press("Send me a code");
        var done = await asked.Press("It is me", ("Code", await site.LatestCode("typed@example.org")));
        Assert.Equal((200, "Thank you, it is you"), (done.Status, done.Heading));
        Assert.Contains("We have sent a link to typed-new@example.org", (await (await done.Press("Go on")).FollowRedirect()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_of_another_address_proves_nothing()
    {
        var visitor = await Stale("mine@example.org");
        var page = await (await visitor.Open("/me/email")).FollowRedirect();
        var asked = await page.Press("Send me a code");
        await (await site.Visit().Open("/sign-in")).Submit(("Email address", "theirs@example.org"));
        var refused = await asked.Press("It is me", ("Code", await site.LatestCode("theirs@example.org")));
        Assert.Equal(422, refused.Status);
        Assert.Equal(302, (await visitor.Open("/me/email")).Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    public async Task Proving_it_leads_to_no_other_site(string back)
    {
        var visitor = await Stale($"evil{back.Length}@example.org");
        var asked = await (await visitor.Open("/sign-in/again?back=" + Uri.EscapeDataString(back))).Press("Send me a code");
        var done = await asked.Press("It is me", ("Code", await site.LatestCode($"evil{back.Length}@example.org")));
        Assert.Equal("/me", done.Response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_is_asked() => Assert.Equal((404, 404), ((await site.Open("/sign-in/again")).Status, (await site.Open("/me/email")).Status));

    private async Task<Visitor> Stale(string email)
    {
        var visitor = await site.SignIn(email);
        site.Clock.Pass(StepUpAttribute.Life);
        return visitor;
    }

    private Task<string> Hash(string email) => site.InDb(async db =>
    {
        var person = await db.Set<Person>().SingleAsync(one => one.Email == email);
        return (await db.Set<Session>().SingleAsync(one => one.PersonId == person.Id)).TokenHash;
    });

    /// <summary>What a browser does with 307: the same answers to the other address.</summary>
    private static Task<PageSeen> SendOn(Visitor visitor, PageSeen form, Uri to)
    {
        var request = FormPage.Request(FormPage.Find(form.Document, "Send the link", []), "Send the link");
        request.RequestUri = to;
        return visitor.Send(request);
    }
}
