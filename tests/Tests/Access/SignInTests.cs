using Trellis.Platform.Access;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>A code by mail is the way in; it works once, for ten minutes, in the browser that asked.</summary>
public sealed class SignInTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_code_from_the_mail_signs_in()
    {
        var visitor = await site.SignIn("ann@example.org");
        Assert.Contains("Signed in as ann@example.org", (await visitor.Open("/me")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_signing_in_ones_account_is_not_there() => Assert.Equal(404, (await site.Open("/me")).Status);

    [Fact]
    public async Task A_code_works_once()
    {
        var visitor = await site.SignIn("once@example.org");
        visitor.Client.DefaultRequestHeaders.Clear();
        var again = await (await visitor.Open("/sign-in/code")).Submit(("Code", await site.LatestCode("once@example.org")));
        Assert.Equal(422, again.Status);
        Assert.Single(again.Problems);
    }

    [Fact]
    public async Task A_code_works_in_no_other_browser()
    {
        var asked = await (await site.Open("/sign-in")).Submit(("Email address", "thief@example.org"));
        Assert.Equal(302, asked.Status);
        var other = await (await site.Open("/sign-in/code")).Submit(("Code", await site.LatestCode("thief@example.org")));
        Assert.Equal(["This browser has not asked for a code, or did so too long ago. Ask for a new one."], other.Problems);
    }

    [Fact]
    public async Task Five_wrong_tries_use_a_code_up()
    {
        var visitor = site.Visit();
        var page = await (await (await visitor.Open("/sign-in")).Submit(("Email address", "guess@example.org"))).FollowRedirect();
        var right = await site.LatestCode("guess@example.org");
        for (var time = 0; time < SignInCode.MostTries; time++)
        {
            Assert.Equal(422, (await page.Submit(("Code", right == "000000" ? "000001" : "000000"))).Status);
        }

        Assert.Equal(422, (await page.Submit(("Code", right))).Status);
    }

    [Fact]
    public async Task A_code_is_of_no_use_after_ten_minutes()
    {
        await using var own = new Site();
        var page = await (await (await own.Visit().Open("/sign-in")).Submit(("Email address", "late@example.org"))).FollowRedirect();
        own.Clock.Pass(SignInCode.Life);
        Assert.Equal(422, (await page.Submit(("Code", await own.LatestCode("late@example.org")))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("a@b")]
    [InlineData("two@example.org, three@example.org")]
    [InlineData("line@example.org\r\nBcc: all@example.org")]
    public async Task What_is_no_address_is_refused_in_a_sentence(string typed)
    {
        var refused = await (await site.Open("/sign-in")).Submit(("Email address", typed));
        Assert.Equal((422, "Enter your email address, such as ann@example.org."), (refused.Status, Assert.Single(refused.Problems)));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_leads_to_no_other_site(string back)
    {
        var page = await site.Open("/sign-in?back=" + Uri.EscapeDataString(back));
        var asked = await page.Submit(("Email address", "back@example.org"));
        Assert.Equal("/sign-in/code?back=%2Fme", asked.Response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task More_codes_than_anybody_needs_are_not_sent()
    {
        for (var time = 0; time < 5; time++)
        {
            Assert.Equal(302, (await (await site.Open("/sign-in")).Submit(("Email address", "flood@example.org"))).Status);
        }

        Assert.Equal(422, (await (await site.Open("/sign-in")).Submit(("Email address", "flood@example.org"))).Status);
    }
}
