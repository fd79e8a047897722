using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Tests.Durability;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>An outside site signs in whom it vouches for, and nobody else. It runs in a process of its own.</summary>
public sealed class OutsideSignInTests(OutsideSignInTests.WithOutside site) : IClassFixture<OutsideSignInTests.WithOutside>
{
    private const string DidNotWork = "Signing in with Harbour did not work. Try again, or have a code sent to you.";

    [Fact]
    public async Task Whom_it_vouches_for_gets_a_session_of_ours_and_no_cookie_of_the_handlers()
    {
        var visitor = site.Visit();
        Assert.Contains("Sign in with Harbour", (await visitor.Open("/sign-in")).All("a"));
        var back = await Through(visitor, "ola@example.org");
        Assert.Equal((302, "/me"), (back.Status, back.Response.Headers.Location!.ToString()));
        Assert.Contains("Signed in as ola@example.org", (await visitor.Open("/me")).Text, StringComparison.Ordinal);
        var kept = back.Response.Headers.GetValues("Set-Cookie").Where(cookie => !cookie.Contains("expires=Thu, 01 Jan 1970", StringComparison.Ordinal)).Select(cookie => cookie.Split('=')[0]);
        Assert.Equal(["trellis", "trellis-device"], kept.Order());
        Assert.Equal(("Ola Outside", SignInWay.OpenId), await Known("ola@example.org"));
    }

    [Fact]
    public async Task Somebody_known_stays_the_same_person_even_when_their_address_there_changes()
    {
        await site.SignIn("known@example.org");
        await Through(site.Visit(), "known@example.org");
        var visitor = site.Visit();
        await Through(visitor, "known@example.org", "moved");
        Assert.Contains("Signed in as known@example.org", (await visitor.Open("/me")).Text, StringComparison.Ordinal);
        Assert.False(await site.InDb(db => db.Set<Person>().AnyAsync(one => one.Email == "moved-known@example.org")));
    }

    [Theory]
    [InlineData("wrong-nonce", DidNotWork)]
    [InlineData("wrong-audience", DidNotWork)]
    [InlineData("wrong-issuer", DidNotWork)]
    [InlineData("expired", DidNotWork)]
    [InlineData("forged", DidNotWork)]
    [InlineData("unverified", "Harbour does not vouch for your email address, so nobody can know that it is yours. Have a code sent to it instead.")]
    public async Task What_is_not_right_signs_nobody_in(string wrong, string sentence)
    {
        var visitor = site.Visit();
        var page = await (await Through(visitor, wrong + "@example.org", wrong)).FollowRedirect();
        Assert.Equal((200, sentence), (page.Status, Assert.Single(page.Problems)));
        Assert.Equal(404, (await visitor.Open("/me")).Status);
        Assert.False(await site.InDb(db => db.Set<Person>().AnyAsync(one => one.Email == wrong + "@example.org")));
    }

    [Fact]
    public async Task An_answer_brought_to_another_browser_signs_nobody_in()
    {
        var answer = await Answer(site.Visit(), "victim@example.org", "good");
        var other = site.Visit();
        Assert.Equal("/sign-in?trouble=outside", (await other.Open(answer)).Response.Headers.Location!.ToString());
        Assert.Equal(404, (await other.Open("/me")).Status);
    }

    [Fact]
    public async Task An_answer_counts_once()
    {
        var visitor = site.Visit();
        var answer = await Answer(visitor, "once@example.org", "good");
        Assert.Equal("/me", (await visitor.Open(answer)).Response.Headers.Location!.ToString());
        Assert.Equal("/sign-in?trouble=outside", (await visitor.Open(answer)).Response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Somebody_disabled_is_not_let_in()
    {
        await Through(site.Visit(), "gone@example.org");
        await site.InDb(async db =>
        {
            (await db.Set<Person>().SingleAsync(one => one.Email == "gone@example.org")).DisabledAt = site.Clock.GetUtcNow();
            await db.SaveChangesAsync();
        });
        var visitor = site.Visit();
        await Through(visitor, "gone@example.org");
        Assert.Equal(404, (await visitor.Open("/me")).Status);
    }

    [Fact]
    public async Task When_it_is_gone_a_sentence_says_so_and_the_code_still_works()
    {
        await using var alone = new WithoutOutside();
        var page = await alone.Open("/sign-in?handler=Outside&back=%2Fme");
        Assert.Equal((422, "Harbour does not answer at the moment. Have a code sent to you instead."), (page.Status, Assert.Single(page.Problems)));
        Assert.Equal(200, (await (await alone.SignIn("by-code@example.org")).Open("/me")).Status);
    }

    [Fact]
    public async Task Where_none_is_configured_none_is_offered()
    {
        await using var plain = new Site();
        Assert.DoesNotContain("handler=Outside", (await plain.Open("/sign-in")).Html, StringComparison.Ordinal);
        Assert.Equal((404, 404), ((await plain.Open("/sign-in?handler=Outside")).Status, (await plain.Open("/sign-in/outside?code=1&state=2")).Status));
    }

    private async Task<PageSeen> Through(Visitor visitor, string who, string how = "good") => await visitor.Open(await Answer(visitor, who, how));

    /// <summary>The address with which the outside site sends the browser back.</summary>
    private async Task<string> Answer(Visitor visitor, string who, string how)
    {
        var sent = await visitor.Open("/sign-in?handler=Outside&back=%2Fme");
        Assert.Equal(302, sent.Status);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(new Uri($"{sent.Response.Headers.Location}&as={how}&who={who}"));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private Task<(string Name, SignInWay Way)> Known(string email) => site.InDb(async db =>
    {
        var person = await db.Set<Person>().SingleAsync(one => one.Email == email);
        return (person.Name, (await db.Set<Session>().SingleAsync(one => one.PersonId == person.Id)).Way);
    });

    /// <summary>A site that knows an outside one which does not answer.</summary>
    public class WithoutOutside : Site
    {
        public WithoutOutside() => Clock.Now = DateTimeOffset.UtcNow; // the outside site has no clock of ours

        public string Outside { get; } = $"http://127.0.0.1:{Child.FreePort()}";

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("OpenId:Authority", Outside);
            builder.UseSetting("OpenId:ClientId", OutsideSite.Client);
            builder.UseSetting("OpenId:ClientSecret", OutsideSite.ClientSecret);
            builder.UseSetting("OpenId:Name", "Harbour");
        }
    }

    public sealed class WithOutside : WithoutOutside, IAsyncLifetime
    {
        private Child? child;

        public async ValueTask InitializeAsync()
        {
            child = Child.Test($"{typeof(OutsideSite).FullName}.{nameof(OutsideSite.Serve)}", (OutsideSite.Address, Outside));
            using var client = new HttpClient();
            for (var tries = 0; ; tries++)
            {
                try
                {
                    await client.GetStringAsync(new Uri(Outside + "/keys"));
                    return;
                }
                catch (HttpRequestException) when (tries < 600 && !child.HasEnded)
                {
                    await Task.Delay(100);
                }
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && child is not null)
            {
                child.Kill().GetAwaiter().GetResult();
                child.Dispose();
                child = null;
            }

            base.Dispose(disposing);
        }
    }
}
