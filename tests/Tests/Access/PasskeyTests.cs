using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>A passkey signs its owner in, and nothing that only looks like it does.</summary>
public sealed class PasskeyTests(Site site) : IClassFixture<Site>
{
    private const string Unknown = "This passkey signs nobody in here. It may have been removed: have a code sent to you instead.";
    private const string TooLate = "That took too long, or this page was used before. Try again.";

    [Fact]
    public async Task A_passkey_is_added_and_signs_in()
    {
        using var key = new SoftKey();
        var visitor = await Owner("pk@example.org", key);
        Assert.Contains("My phone", (await visitor.Open("/me")).Text, StringComparison.Ordinal);
        Assert.Contains("“My phone” can sign you in", await site.LatestLetter("pk@example.org"), StringComparison.Ordinal);

        var other = site.Visit();
        Assert.Equal("/me", (await other.SignInWith(key)).Response.Headers.Location!.ToString());
        Assert.Contains("Signed in as pk@example.org", (await other.Open("/me")).Text, StringComparison.Ordinal);
        Assert.Contains("Last used 1 September 2026", (await other.Open("/me/passkeys")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_browser_is_asked_to_verify_its_owner_and_to_keep_the_passkey_findable()
    {
        var visitor = await site.SignIn("asked@example.org");
        var options = (await visitor.AskForPasskey("/me/passkeys")).Options;
        Assert.Equal("localhost", options.GetProperty("rp").GetProperty("id").GetString());
        Assert.Equal(("required", "required"), (Chosen("userVerification"), Chosen("residentKey")));
        Assert.Equal("required", (await site.Visit().AskForPasskey("/sign-in")).Options.GetProperty("userVerification").GetString());

        string? Chosen(string name) => options.GetProperty("authenticatorSelection").GetProperty(name).GetString();
    }

    [Fact]
    public async Task A_device_that_has_one_already_is_named_to_the_browser()
    {
        using var key = new SoftKey();
        var visitor = await Owner("twice@example.org", key);
        Assert.Equal(1, (await visitor.AskForPasskey("/me/passkeys")).Options.GetProperty("excludeCredentials").GetArrayLength());
    }

    [Fact]
    public async Task An_answer_counts_once()
    {
        using var key = new SoftKey();
        await Owner("replay@example.org", key);
        var visitor = site.Visit();
        var asked = await visitor.AskForPasskey("/sign-in");
        var answer = key.Show(asked.Options);
        Assert.Equal(302, (await visitor.Answer(asked, answer)).Status);
        await (await visitor.Open("/sign-out")).Press("Sign out");
        var next = await visitor.AskForPasskey("/sign-in");
        Refused(TooLate, await visitor.Answer(next with { Challenge = asked.Challenge }, answer));
        Refused(Unknown, await visitor.Answer(next, answer));
    }

    [Fact]
    public async Task An_answer_stolen_from_one_browser_is_none_in_another()
    {
        using var key = new SoftKey();
        await Owner("stolen@example.org", key);
        var (victim, thief) = (site.Visit(), site.Visit());
        var asked = await victim.AskForPasskey("/sign-in");
        var answer = key.Show(asked.Options);
        var own = await thief.AskForPasskey("/sign-in");
        Refused(TooLate, await thief.Answer(own with { Challenge = asked.Challenge }, answer));
        Refused(Unknown, await thief.Answer(own, answer));
    }

    [Fact]
    public async Task A_question_is_good_for_five_minutes()
    {
        using var key = new SoftKey();
        await Owner("late@example.org", key);
        var visitor = site.Visit();
        var asked = await visitor.AskForPasskey("/sign-in");
        site.Clock.Pass(PasskeyChallenge.Life);
        Refused(TooLate, await visitor.Answer(asked, key.Show(asked.Options)));
    }

    [Theory]
    [InlineData("https://localhost")]
    [InlineData("http://localhost:8080")]
    [InlineData("http://evil.example")]
    [InlineData("http://localhost.evil.example")]
    public async Task An_answer_given_to_another_site_is_refused(string origin)
    {
        using var key = new SoftKey();
        var email = $"origin{origin.Length}@example.org";
        await Owner(email, key);
        key.Origin = origin;
        Refused(Unknown, await site.Visit().SignInWith(key));

        using var second = new SoftKey { Origin = origin };
        var owner = await site.SignIn(email);
        var asked = await owner.AskForPasskey("/me/passkeys");
        Assert.Equal(422, (await owner.Answer(asked, second.Make(asked.Options))).Status);
    }

    [Fact]
    public async Task A_device_that_did_not_verify_its_owner_is_refused()
    {
        using var key = new SoftKey();
        await Owner("unverified@example.org", key);
        key.Verifies = false;
        Refused(Unknown, await site.Visit().SignInWith(key));

        using var second = new SoftKey { Verifies = false };
        var owner = await site.SignIn("unverified@example.org");
        var asked = await owner.AskForPasskey("/me/passkeys");
        Assert.Equal(422, (await owner.Answer(asked, second.Make(asked.Options))).Status);
    }

    [Fact]
    public async Task A_copy_whose_counter_has_fallen_behind_is_refused()
    {
        using var key = new SoftKey();
        await Owner("copy@example.org", key);
        Assert.Equal(302, (await site.Visit().SignInWith(key)).Status);
        key.Count--;
        Refused(Unknown, await site.Visit().SignInWith(key));
    }

    [Fact]
    public async Task A_passkey_that_suddenly_can_be_copied_is_refused()
    {
        using var key = new SoftKey { Backup = 0 };
        await Owner("flags@example.org", key);
        key.Backup = 0x08;
        Refused(Unknown, await site.Visit().SignInWith(key));
    }

    [Fact]
    public async Task A_removed_passkey_signs_nobody_in_and_its_browsers_are_signed_out()
    {
        using var key = new SoftKey();
        var laptop = await Owner("removed@example.org", key);
        var phone = site.Visit();
        await phone.SignInWith(key);
        var page = await laptop.Open("/me/passkeys");
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        await page.Press(page.Document.QuerySelector("ul.results button")!.GetAttribute("aria-label")!);
        Refused(Unknown, await site.Visit().SignInWith(key));
        Assert.Equal((404, 200), ((await phone.Open("/me")).Status, (await laptop.Open("/me")).Status));
        Assert.Contains("“My phone” signs you in no longer", await site.LatestLetter("removed@example.org"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_removes_the_passkey_of_somebody_else()
    {
        using SoftKey key = new(), own = new();
        await Owner("keeps@example.org", key);
        var thief = await Owner("takes@example.org", own);
        var page = await thief.Open("/me/passkeys");
        var theirs = await site.InDb(db => (from one in db.Set<Passkey>() join person in db.Set<Person>() on one.PersonId equals person.Id where person.Email == "keeps@example.org" select one.Id).SingleAsync());
        page.Document.QuerySelector("input[name=passkey]")!.SetAttribute("value", theirs.ToString());
        Assert.Equal(404, (await page.Press(page.Document.QuerySelector("ul.results button")!.GetAttribute("aria-label")!)).Status);
        Assert.Equal(302, (await site.Visit().SignInWith(key)).Status);
    }

    [Fact]
    public async Task Somebody_elses_passkey_proves_nothing_of_me()
    {
        using SoftKey mine = new(), theirs = new();
        var me = await Owner("me@example.org", mine);
        await Owner("them@example.org", theirs);
        site.Clock.Pass(StepUpAttribute.Life);
        var asked = await me.AskForPasskey("/sign-in/again?back=%2Fme%2Femail");
        Refused(Unknown, await me.Answer(asked, theirs.Show(asked.Options)));

        theirs.Owner = mine.Owner; // and it says that it is mine
        asked = await me.AskForPasskey("/sign-in/again?back=%2Fme%2Femail");
        Refused(Unknown, await me.Answer(asked, theirs.Show(asked.Options)));
        asked = await me.AskForPasskey("/sign-in/again?back=%2Fme%2Femail");
        Assert.Equal("/me/email", (await me.Answer(asked, mine.Show(asked.Options))).Response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_passkey_cannot_be_added_to_two_accounts()
    {
        using var key = new SoftKey();
        await Owner("one-owner@example.org", key);
        var other = await site.SignIn("other-owner@example.org");
        var asked = await other.AskForPasskey("/me/passkeys");
        Assert.Equal(422, (await other.Answer(asked, key.Make(asked.Options))).Status);
    }

    [Fact]
    public async Task An_answer_to_signing_in_adds_no_passkey_and_the_other_way_round()
    {
        using var key = new SoftKey();
        var visitor = await Owner("mixed@example.org", key);
        var (enrol, signIn) = (await visitor.AskForPasskey("/me/passkeys"), await site.Visit().AskForPasskey("/sign-in"));
        Assert.Equal(422, (await visitor.Answer(enrol with { Challenge = signIn.Challenge }, key.Make(enrol.Options))).Status);
        var stranger = site.Visit();
        var asked = await stranger.AskForPasskey("/sign-in");
        Refused(TooLate, await stranger.Answer(asked with { Challenge = enrol.Challenge }, key.Show(asked.Options)));
    }

    [Fact]
    public async Task Whoever_lost_theirs_is_helped_at_the_console()
    {
        using var key = new SoftKey();
        var visitor = await Owner("lost@example.org", key);
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await site.With<ForgetPasskeys, Result<int>>(forget => forget.Handle("Lost@example.org", default))).Value);
        Refused(Unknown, await site.Visit().SignInWith(key));
        Assert.Equal(404, (await visitor.Open("/me")).Status);
        Assert.Contains("removed all your passkeys", await site.LatestLetter("lost@example.org"), StringComparison.Ordinal);
        Assert.False((await site.With<ForgetPasskeys, Result<int>>(forget => forget.Handle("nobody@example.org", default))).Succeeded);
    }

    [Fact]
    public async Task Somebody_disabled_is_not_let_in()
    {
        using var key = new SoftKey();
        await Owner("disabled@example.org", key);
        await site.InDb(async db =>
        {
            (await db.Set<Person>().SingleAsync(one => one.Email == "disabled@example.org")).DisabledAt = site.Clock.GetUtcNow();
            await db.SaveChangesAsync();
        });
        Refused(Unknown, await site.Visit().SignInWith(key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"id":"AA","rawId":"AA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"AA","authenticatorData":"AA","signature":"AA"}}""")]
    public async Task What_is_no_passkey_gets_a_sentence(string nonsense)
    {
        var visitor = site.Visit();
        var refused = await visitor.Answer(await visitor.AskForPasskey("/sign-in"), nonsense);
        Assert.Equal((422, 1), (refused.Status, refused.Problems.Count));
        var owner = await site.SignIn("nonsense@example.org");
        Assert.Equal(422, (await owner.Answer(await owner.AskForPasskey("/me/passkeys"), nonsense)).Status);
    }

    private static void Refused(string sentence, PageSeen page)
    {
        Assert.Equal(422, page.Status);
        Assert.Equal(sentence, Assert.Single(page.Problems));
    }

    private async Task<Visitor> Owner(string email, SoftKey key)
    {
        var visitor = await site.SignIn(email);
        await visitor.Enrol(key);
        return visitor;
    }
}
