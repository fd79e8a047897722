using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>An address changes only when the new mailbox says so; the old one is told, and other browsers are signed out.</summary>
public sealed partial class NewEmailTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_link_sent_to_the_new_address_changes_it()
    {
        var (phone, laptop) = (await site.SignIn("old@example.org"), await site.SignIn("old@example.org"));
        var link = await Ask(laptop, "old@example.org", "new@example.org");
        var page = await laptop.Open(link);
        Assert.Equal(200, (await phone.Open("/me")).Status);
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal("Your address has been changed", (await page.Press("Use this address")).Heading);

        Assert.Contains("Signed in as new@example.org", (await laptop.Open("/me")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await phone.Open("/me")).Status);
        Assert.Contains("known by new@example.org from now on", await site.LatestLetter("old@example.org"), StringComparison.Ordinal);
        Assert.Equal(404, (await laptop.Open(link)).Status);
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing()
    {
        var visitor = await site.SignIn("still@example.org");
        Assert.Equal(200, (await site.Visit().Open(await Ask(visitor, "still@example.org", "not-yet@example.org"))).Status);
        Assert.False(await Known("not-yet@example.org"));
    }

    [Fact]
    public async Task The_old_address_is_told_when_it_is_asked_for()
    {
        var visitor = await site.SignIn("told@example.org");
        await Ask(visitor, "told@example.org", "to@example.org");
        Assert.Contains("asked to use to@example.org", await site.LatestLetter("told@example.org"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_has_an_account_is_answered_the_same_but_gets_no_link()
    {
        await site.SignIn("has-one@example.org");
        var visitor = await site.SignIn("wants@example.org");
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        var answer = await (await visitor.Open("/me/email")).Submit(("New email address", "has-one@example.org"));
        Assert.Equal((200, "Look into your new mailbox"), (answer.Status, answer.Heading));
        Assert.DoesNotContain("key=", await site.LatestLetter("has-one@example.org"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_links_to_one_address_change_one_account()
    {
        var (first, second) = (await site.SignIn("first@example.org"), await site.SignIn("second@example.org"));
        var (one, other) = (await Ask(first, "first@example.org", "both@example.org"), await Ask(second, "second@example.org", "both@example.org"));
        Assert.Equal(200, (await (await first.Open(one)).Press("Use this address")).Status);
        Assert.Equal(422, (await (await second.Open(other)).Press("Use this address")).Status);
        Assert.True(await Known("second@example.org"));
    }

    [Theory]
    [InlineData("nonsense", "Enter your new email address, such as ann@example.org.")]
    [InlineData("SAME@example.org ", "That is the address you have now. Enter another one.")]
    public async Task What_cannot_be_taken_is_said(string typed, string sentence)
    {
        var visitor = await site.SignIn("same@example.org");
        var refused = await (await visitor.Open("/me/email")).Submit(("New email address", typed));
        Assert.Equal((422, sentence), (refused.Status, Assert.Single(refused.Problems)));
    }

    private async Task<string> Ask(Visitor visitor, string from, string to)
    {
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        var page = await visitor.Open("/me/email");
        Assert.Equal(200, page.Status);
        await page.Submit(("New email address", to));
        Assert.True(await Known(from));
        return Address().Match(await site.LatestLetter(to)).Value;
    }

    private Task<bool> Known(string email) => site.InDb(db => db.Set<Person>().AnyAsync(one => one.Email == email));

    [GeneratedRegex(@"/new-email\?key=\S+")]
    private static partial Regex Address();
}
