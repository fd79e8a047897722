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
        var answer = await (await (await visitor.Open("/me/email")).Submit(("New email address", "has-one@example.org"))).FollowRedirect();
        Assert.Equal((200, "Look into your new mailbox"), (answer.Status, answer.Heading));
        Assert.Contains("has-one@example.org", (await visitor.Open("/me")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("key=", await site.LatestLetter("has-one@example.org"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_address_asked_for_makes_the_link_to_the_first_worthless()
    {
        var visitor = await site.SignIn("typist@example.org");
        var (wrong, right) = (await Ask(visitor, "typist@example.org", "tpyist2@example.org"), await Ask(visitor, "typist@example.org", "typist2@example.org"));
        Assert.Equal((404, 200), ((await site.Open(wrong)).Status, (await site.Open(right)).Status));
        await (await visitor.Open(right)).Press("Use this address");
        Assert.Equal(404, (await site.Open(wrong)).Status);
        Assert.True(await Known("typist2@example.org"));
    }

    [Fact]
    public async Task Links_that_wait_beside_the_one_that_was_taken_work_no_longer()
    {
        var visitor = await site.SignIn("two-links@example.org");
        var taken = await Ask(visitor, "two-links@example.org", "two-links-new@example.org");
        var person = await site.InDb(db => db.Set<Person>().SingleAsync(one => one.Email == "two-links@example.org"));
        var now = site.Clock.GetUtcNow();
        await site.InDb(async db => // as two that were asked for at the same moment
        {
            db.Add(new OneTimeLink { Id = Guid.CreateVersion7(now), TokenHash = Secret.Hash("beside"), Purpose = LinkPurpose.NewEmail, SubjectId = person.Id, Email = "beside@example.org", MadeAt = now, ExpiresAt = now.AddDays(1) });
            await db.SaveChangesAsync();
        });
        Assert.Equal(200, (await site.Open("/new-email?key=beside")).Status);
        Assert.Equal(200, (await (await visitor.Open(taken)).Press("Use this address")).Status);
        Assert.Equal(404, (await site.Open("/new-email?key=beside")).Status);
    }

    [Theory]
    [InlineData("session")]
    [InlineData("passkey")]
    [InlineData("cancel")]
    public async Task Whoever_is_warned_can_make_the_link_worthless(string by)
    {
        var email = $"warned-{by}@example.org";
        var (owner, thief) = (await site.SignIn(email), await site.SignIn(email));
        var link = await Ask(thief, email, $"thief-{by}@example.org");
        var me = await owner.Open("/me");
        Assert.Contains($"thief-{by}@example.org", me.Text, StringComparison.Ordinal);
        if (by == "cancel")
        {
            await me.Press("Keep the address you have");
        }
        else if (by == "session")
        {
            await me.Press(me.Document.QuerySelectorAll("li:not(:has(.good)) > form button[aria-label]")[^1].GetAttribute("aria-label"));
        }
        else
        {
            using var key = new SoftKey();
            await owner.Enrol(key);
            var page = await owner.Open("/me/passkeys");
            await page.Press(page.Document.QuerySelector("ul.results button")!.GetAttribute("aria-label")!);
        }

        Assert.Equal(404, (await site.Open(link)).Status);
        Assert.True(await Known(email));
    }

    [Fact]
    public async Task Signing_out_leaves_the_link_as_it_is()
    {
        var visitor = await site.SignIn("leaves@example.org");
        var link = await Ask(visitor, "leaves@example.org", "leaves-new@example.org");
        await (await visitor.Open("/sign-out")).Press("Sign out");
        Assert.Equal(200, (await site.Open(link)).Status);
    }

    [Fact]
    public async Task Asking_twice_by_a_double_press_sends_one_link()
    {
        var visitor = await site.SignIn("double@example.org");
        var page = await visitor.Open("/me/email");
        var answers = new[] { await page.Submit(("New email address", "double-new@example.org")), await page.Submit(("New email address", "double-new@example.org")) };
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Equal(1, await site.InDb(db => db.Set<Trellis.Platform.Notices.Letter>().CountAsync(letter => letter.Email == "double-new@example.org")));
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
