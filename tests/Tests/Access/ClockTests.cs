using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>A clock that jumps brings nothing back to life, and the history keeps its order by number, not by time.</summary>
public sealed class ClockTests
{
    public static TheoryData<int> Hours => [1, 24];

    [Theory]
    [MemberData(nameof(Hours))]
    public async Task A_code_that_was_used_or_refused_as_too_old_stays_so_when_the_clock_is_set_back(int hours)
    {
        await using var site = new Site();
        site.Clock.Pass(TimeSpan.FromHours(hours));
        var old = await (await (await site.Visit().Open("/sign-in")).Submit(("Email address", "old@example.org"))).FollowRedirect();
        var code = await site.LatestCode("old@example.org");
        site.Clock.Pass(SignInCode.Life);
        Assert.Equal(422, (await old.Submit(("Code", code))).Status);
        var visitor = site.Visit();
        var used = await (await (await visitor.Open("/sign-in")).Submit(("Email address", "used@example.org"))).FollowRedirect();
        var right = await site.LatestCode("used@example.org");
        Assert.Equal(302, (await used.Submit(("Code", right))).Status);

        site.Clock.Pass(-TimeSpan.FromHours(hours));
        Assert.Equal(422, (await old.Submit(("Code", code))).Status);
        Assert.Equal(422, (await (await visitor.Open("/sign-in/code")).Submit(("Code", right))).Status);
        Assert.Equal(200, (await (await site.SignIn("new@example.org")).Open("/me")).Status);
    }

    [Fact]
    public async Task A_link_that_was_used_stays_used_when_the_clock_is_set_back()
    {
        await using var site = new Site();
        var person = await site.SignIn("ann@example.org");
        await (await person.Open("/me/email")).Submit(("New email address", "ann-new@example.org"));
        var letter = await site.LatestLetter("ann-new@example.org");
        var link = new Uri(letter.Split('\n').Select(line => line.Trim()).First(line => line.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;
        var page = await person.Open(link);
        Assert.Equal(200, page.Status);
        Assert.InRange((await page.Submit()).Status, 200, 302);
        site.Clock.Pass(-TimeSpan.FromDays(1));
        Assert.NotEqual(200, (await site.Visit().Open(link)).Status);
    }

    [Fact]
    public async Task The_history_keeps_its_order_when_the_clock_is_set_back_between_two_changes()
    {
        await using var site = new Site();
        var person = await site.SignIn("ann@example.org");
        foreach (var (name, jump) in new[] { ("First", -1.0), ("Second", 0.5), ("Third", -24.0) })
        {
            site.Clock.Pass(TimeSpan.FromHours(jump));
            Assert.Equal(302, (await (await person.Open("/me")).Press("Save", ("Name", name))).Status);
        }

        var entries = await site.InDb(db => db.Set<AuditEntry>().OrderBy(one => one.Sequence).ToListAsync());
        Assert.Equal([1L, 2, 3, 4, 5], entries.Select(one => one.Sequence)); // the account, its session, three names
        Assert.True(entries[2].At < entries[1].At && entries[4].At < entries[3].At, "The clock was not set back, so this has shown nothing.");
        await using var connection = await site.Services.GetRequiredService<Database>().Open(default);
        Assert.Equal([], await site.Services.GetServices<ICheck>().OfType<ChainHolds>().Single().Faults(connection, default));
    }
}
