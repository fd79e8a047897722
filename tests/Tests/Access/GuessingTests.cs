using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>Whoever guesses codes gets few guesses, however many browsers and nodes they come by; and the owner of the address gets in all the same.</summary>
public sealed class GuessingTests
{
    private const string Victim = "victim@example.org";

    [Fact]
    public async Task Of_two_hundred_guesses_over_two_nodes_ten_are_looked_at_and_the_owner_signs_in_five_minutes_later()
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

        Assert.InRange(await one.InDb(db => db.Set<SignInCode>().Where(code => code.Email == Victim).SumAsync(code => code.Tries)), 1, 10);
        one.Clock.Pass(TimeSpan.FromMinutes(16));
        Assert.Equal(200, (await (await one.SignIn(Victim)).Open("/me")).Status);
    }
}
