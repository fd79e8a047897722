using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Notices;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>Whoever's account is opened from a browser not seen before is told so; their own browsers trouble nobody.</summary>
public sealed class KnownDeviceTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_first_browser_is_no_news_and_a_second_one_is()
    {
        await site.SignIn("device@example.org");
        Assert.Equal(0, await Warnings("device@example.org"));
        var thief = site.Visit();
        thief.Client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0) Firefox/140.0");
        await SignIn(thief, "device@example.org");
        Assert.Equal(1, await Warnings("device@example.org"));
        var letter = await site.LatestLetter("device@example.org");
        Assert.Contains("not seen with you before: Firefox on Windows, on 1 September 2026 at 09:0", letter, StringComparison.Ordinal);
        Assert.Contains("http://localhost/me", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_comes_back_is_known()
    {
        await site.SignIn("again@example.org");
        var laptop = await site.SignIn("again@example.org");
        await (await laptop.Open("/sign-out")).Press("Sign out");
        await SignIn(laptop, "again@example.org");
        Assert.Equal(1, await Warnings("again@example.org"));
    }

    [Fact]
    public async Task Two_people_at_one_browser_are_each_told_of_their_own()
    {
        var shared = await site.SignIn("first-of-two@example.org");
        await site.SignIn("second-of-two@example.org");
        await (await shared.Open("/sign-out")).Press("Sign out");
        await SignIn(shared, "second-of-two@example.org");
        Assert.Equal((0, 1), (await Warnings("first-of-two@example.org"), await Warnings("second-of-two@example.org")));
    }

    private async Task SignIn(Visitor visitor, string email)
    {
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        var asked = await (await visitor.Open("/sign-in")).Submit(("Email address", email));
        var code = await site.LatestCode(email);
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(302, (await (await asked.FollowRedirect()).Submit(("Code", code))).Status);
    }

    private async Task<int> Warnings(string email)
    {
        var letters = await site.InDb(db => db.Set<Letter>().Where(letter => letter.Email == email).ToListAsync());
        return await site.With<Post, int>(post => Task.FromResult(letters.Count(letter => post.Subject(letter) == "A new sign-in to your account")));
    }
}
