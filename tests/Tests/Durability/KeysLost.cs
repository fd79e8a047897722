using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Durability;

/// <summary>The site's own keys are deleted and the program started again: people go on or sign in again, and what can no longer be read says so.</summary>
public sealed partial class KeysLost
{
    private const string Ann = "ann@example.org";

    [Fact]
    public async Task Without_the_keys_people_sign_in_and_letters_that_nobody_can_read_are_set_aside_with_a_sentence()
    {
        using var data = TestDatabase.Create();
        var folder = Scratch.Folder("keys");
        using var database = new Database(data.Connection);
        await using var connection = await database.Open(default);
        await connection.Execute("INSERT INTO platform_place (id, code, name, slug, is_demo, version) VALUES (@id, 'E00000009', 'Testing', 'testing', @no, 0)", default, ("id", Guid.CreateVersion7()), ("no", false));
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = new("http://127.0.0.1:" + Port) };
        var ann = new Visitor(browser);
        PageSeen old;
        using (var first = await Serve(data, folder, browser))
        {
            await SignIn(ann, folder);
            Assert.Equal(302, (await (await ann.Open("/me/letters")).Submit(((await ann.Open("/me/letters")).All("label").First(label => label.StartsWith("Yes", StringComparison.Ordinal)), "x"))).Status);
            await first.Kill();
        }

        // A mail server that is away: the next letter waits in the queue.
        using (var second = await Serve(data, folder, browser, ("Mail__Host", "127.0.0.1"), ("Mail__Port", "1"), ("Mail__From", "Trellis <trellis@example.org>")))
        {
            await (await new Visitor(new HttpClient { BaseAddress = browser.BaseAddress }).Open("/sign-in")).Submit(("Email address", "waits@example.org"));
            old = await ann.Open("/me");
            await second.Kill();
        }

        Assert.Equal(1, await connection.Value<long>("SELECT count(*) FROM platform_letter WHERE state = 'Waiting' AND email = 'waits@example.org'", default));
        Directory.Delete(Path.Combine(folder, "keys"), recursive: true);
        using (var third = await Serve(data, folder, browser))
        {
            var stale = await old.Press("Save", ("Name", "Ann"));
            Assert.Equal(400, stale.Status);
            Assert.Contains("Go back, reload the page and try again", stale.Text, StringComparison.Ordinal);
            Assert.Equal(302, (await (await ann.Open("/me")).Press("Save", ("Name", "Ann"))).Status); // nobody is signed out
            Assert.Equal(302, (await (await ann.Open("/sign-out")).Submit()).Status);
            await SignIn(ann, folder);
            var letters = await ann.Open("/me/letters");
            Assert.Equal(200, letters.Status);
            var refused = await letters.Submit((letters.All("label").First(label => label.StartsWith("Yes", StringComparison.Ordinal)), "x"));
            Assert.Contains("lost the keys", Assert.Single(refused.Problems), StringComparison.Ordinal);
            var trouble = await Patiently(async () => await connection.Value<string>("SELECT trouble FROM platform_letter WHERE state = 'Parked' AND email = 'waits@example.org'", default));
            Assert.Equal("It was written with keys that this installation no longer has, so nobody can read it any more.", trouble);
            Assert.Equal(0, await connection.Value<long>("SELECT count(*) FROM platform_letter WHERE email = 'waits@example.org' AND state <> 'Parked'", default));
            await third.Kill();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static int Port { get; } = Child.FreePort();

    private static async Task<Child> Serve(TestDatabase data, string folder, HttpClient browser, params (string Name, string Value)[] settings)
    {
        var child = Child.Trellis(data, ["serve", "--port", Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--place", "none"], [("TRELLIS_DATA", folder), ("Jobs__Lease", "2"), .. settings]);
        for (var tries = 0; tries < 600; tries++)
        {
            Assert.False(child.HasEnded, child.HasEnded ? (await child.End()).Said : "");
            try
            {
                using var answer = await browser.GetAsync(new Uri("/health/live", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return child;
                }
            }
            catch (HttpRequestException)
            {
                // Not up yet.
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The site did not come up within a minute.");
    }

    /// <summary>A killed process holds its lease for a while yet.</summary>
    private static async Task<T> Patiently<T>(Func<Task<T?>> look)
        where T : class
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await look() is { } seen)
            {
                return seen;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("It did not happen within a minute.");
    }

    private static async Task SignIn(Visitor visitor, string folder)
    {
        var before = Letters(folder).Count;
        var asked = await (await visitor.Open("/sign-in")).Submit(("Email address", Ann));
        var code = await Patiently(async () => Letters(folder) is var all && all.Count > before ? SixDigits().Match(await File.ReadAllTextAsync(all[^1])).Value : null);
        Assert.Equal(302, (await (await asked.FollowRedirect()).Submit(("Code", code))).Status);
        Assert.Equal(200, (await visitor.Open("/me")).Status);
    }

    private static List<string> Letters(string folder) =>
        [.. (Directory.Exists(Path.Combine(folder, "mail")) ? Directory.GetFiles(Path.Combine(folder, "mail"), "*.eml") : []).Where(file => File.ReadAllText(file).Contains("is your code", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"(?<=Subject: )\d{6}")]
    private static partial Regex SixDigits();
}
