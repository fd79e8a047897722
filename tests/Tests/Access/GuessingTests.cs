using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>Whoever guesses codes gets few guesses, however many browsers and nodes they come by; and the owner of the address gets in all the same.</summary>
public sealed class GuessingTests
{
    private const string Victim = "victim@example.org";

    [Fact]
    public async Task Of_two_hundred_guesses_over_two_nodes_twenty_five_are_looked_at_and_the_owner_signs_in_all_the_while()
    {
        await using var one = new Site();
        await using var other = one.WithWebHostBuilder(_ => { });
        for (var browser = 0; browser < 20; browser++)
        {
            var visitor = new Visitor((browser % 2 == 0 ? one : other).CreateClient(new() { AllowAutoRedirect = false }));
            await (await visitor.Open("/sign-in")).Submit(("Email address", Victim));
            var page = await visitor.Open("/sign-in/code");
            for (var guess = 0; guess < 10; guess++)
            {
                Assert.Equal(422, (await page.Submit(("Code", $"{(browser * 10) + guess:000000}"))).Status);
            }
        }

        Assert.InRange(await Looked(one), 1, 25);
        Assert.Equal(302, await SignIn(one, From(one, "198.51.100.1")));
    }

    [Fact]
    public async Task Guesses_from_all_over_the_world_are_few_a_day()
    {
        await using var site = new Site();
        for (var network = 0; network < 25; network++)
        {
            for (var ask = 0; ask < 5; ask++)
            {
                var visitor = From(site, $"203.0.113.{network}");
                await (await visitor.Open("/sign-in")).Submit(("Email address", Victim));
                var page = await visitor.Open("/sign-in/code");
                for (var guess = 0; guess < 6; guess++)
                {
                    Assert.Equal(422, (await page.Submit(("Code", $"{(network * 30) + (ask * 6) + guess:000000}"))).Status);
                }
            }
        }

        Assert.InRange(await site.InDb(db => db.Set<SignInCode>().CountAsync(code => code.Email == Victim)), 1, 100);
        Assert.InRange(await Looked(site), 1, 150);
    }

    [Fact]
    public async Task Asking_from_one_network_keeps_nobody_from_asking_from_another()
    {
        await using var site = new Site();
        for (var time = 0; time < 50; time++)
        {
            site.Clock.Pass(TimeSpan.FromMinutes(4));
            await (await From(site, "203.0.113.9").Open("/sign-in")).Submit(("Email address", Victim));
        }

        Assert.Equal(302, await SignIn(site, From(site, "198.51.100.1")));
    }

    private static Visitor From(Site site, string network)
    {
        var visitor = site.Visit();
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", network);
        return visitor;
    }

    private static async Task<int> SignIn(Site site, Visitor owner)
    {
        site.Clock.Pass(TimeSpan.FromSeconds(1)); // so that the latest letter is the latest
        var asked = await (await owner.Open("/sign-in")).Submit(("Email address", Victim));
        Assert.Equal(302, asked.Status);
        return (await (await asked.FollowRedirect()).Submit(("Code", await site.LatestCode(Victim)))).Status;
    }

    private static Task<int> Looked(Site site) => site.InDb(db => db.Set<SignInCode>().Where(code => code.Email == Victim).SumAsync(code => code.Tries));
}
