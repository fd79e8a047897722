using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Events;
using Trellis.Platform.Jobs;
using Trellis.Platform.Places;
using Trellis.Tests.Durability;
using Trellis.Tests.Support;

namespace Trellis.Tests.Jobs;

/// <summary>Each job is done when it is due, by one node among many, whatever dies and whatever the clocks say.</summary>
public sealed class JobTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private int done;
    private int atOnce;
    private int most;

    [Fact]
    public async Task Of_two_nodes_that_look_at_once_one_does_it()
    {
        using var database = TestDatabase.Create();
        var job = Counting(TimeSpan.FromMilliseconds(300));
        await using var one = await new Node(database, job).Settle();
        await using var other = await new Node(database, job).Settle();
        Assert.Equal(0, done);
        for (var round = 1; round <= 3; round++)
        {
            one.Clock.Pass(Hour * 2);
            other.Clock.Pass(Hour * 2);
            await Task.WhenAll(Enumerable.Range(0, 8).Select(number => number % 2 == 0 ? one.Look() : other.Look()));
            Assert.Equal((round, 1), (done, most));
        }
    }

    [Fact]
    public async Task A_node_killed_while_it_runs_is_replaced_after_the_lease_and_not_before()
    {
        using var database = TestDatabase.Create();
        await using var other = await new Node(database, Counting(TimeSpan.Zero), lease: 4).Settle();
        other.Clock.Pass(Hour * 2);
        var marker = Scratch.File("held");
        using var child = Child.Test("Trellis.Tests.Jobs.HeldLease.Hold_until_killed", (HeldLease.Connection, database.Connection), (HeldLease.Marker, marker));
        while (!File.Exists(marker))
        {
            Assert.False(child.HasEnded, child.HasEnded ? (await child.End()).Said : "");
            await Task.Delay(50);
        }

        for (var time = 0; time < 18; time++) // nine seconds, more than twice the lease: it lives, so it keeps it
        {
            Assert.DoesNotContain("counting", await other.Look());
            await Task.Delay(500);
        }

        await child.Kill();
        await Soon.Until(async () => (await other.Look()).Contains("counting") ? "done" : null);
        Assert.Equal(1, done);
        File.Delete(marker);
    }

    [Fact]
    public async Task A_clock_that_jumps_takes_no_job_away_from_the_node_at_it()
    {
        using var database = TestDatabase.Create();
        var enough = new TaskCompletionSource();
        var job = Counting(() => enough.Task);
        await using var one = await new Node(database, job).Settle();
        await using var other = await new Node(database, job).Settle();
        one.Clock.Pass(Hour * 2);
        var running = one.Look();
        await Soon.Until(() => Task.FromResult(atOnce == 1 ? "running" : null));
        foreach (var jump in new[] { Hour, TimeSpan.FromDays(1), -TimeSpan.FromDays(2) })
        {
            other.Clock.Pass(jump);
            Assert.DoesNotContain("counting", await other.Look());
        }

        enough.SetResult();
        await running;
        Assert.Equal((1, 1), (done, most));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(24)]
    public async Task A_clock_that_jumps_ahead_and_back_neither_repeats_a_job_nor_stops_it(int hours)
    {
        using var database = TestDatabase.Create();
        await using var node = await new Node(database, Counting(TimeSpan.Zero)).Settle();
        node.Clock.Pass(TimeSpan.FromHours(hours + 1));
        await node.Look();
        await node.Look();
        Assert.Equal(1, done); // once, not once for each hour missed
        node.Clock.Pass(-TimeSpan.FromHours(hours + 1));
        await node.Look();
        await node.Look();
        Assert.InRange(done, 1, 2);
        node.Clock.Pass(Hour * 1.1);
        await node.Look();
        Assert.InRange(done, 2, 3); // and it goes on within its hour by the right clock
    }

    [Fact]
    public async Task A_job_that_fails_waits_twice_as_long_each_time_and_is_set_aside_until_somebody_asks()
    {
        using var database = TestDatabase.Create();
        var fails = true;
        await using var node = await new Node(database, new("failing", "Count the sheep", Rhythm.Every(Hour * 4), (_, _) =>
            fails ? throw new InvalidOperationException("The fold\r\nis locked.") : Task.FromResult("Counted 7."))).Settle();
        node.Clock.Pass(Hour * 4);
        var waits = new List<double>();
        for (var time = 1; time <= 8; time++)
        {
            Assert.Contains("failing", await node.Look());
            var state = await node.State();
            Assert.Equal((time, "The fold  is locked."), (state.Failures, state.Trouble));
            waits.Add((state.NextAt - node.Clock.Now).TotalMinutes);
            Assert.DoesNotContain("failing", await node.Look()); // not before its time
            node.Clock.Now = state.NextAt;
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], waits);
        node.Clock.Pass(TimeSpan.FromDays(2));
        Assert.DoesNotContain("failing", await node.Look());

        var administrator = await Administrator(node);
        var page = await administrator.Open("/people/jobs");
        Assert.Contains("Last time it failed: The fold is locked. Set aside", page.Text, StringComparison.Ordinal);
        fails = false;
        Assert.Equal(302, (await page.Press("Run now: Count the sheep")).Status);
        Assert.Contains("failing", await node.Look());
        Assert.Contains("Count the sheep Counted 7. Went well", (await administrator.Open("/people/jobs")).Text, StringComparison.Ordinal);
        Assert.Equal(0, (await node.State()).Failures);
    }

    [Fact]
    public async Task A_fact_that_could_not_be_told_is_tried_again_when_somebody_says_so()
    {
        using var database = TestDatabase.Create();
        await using var node = await new Node(database, Counting(TimeSpan.Zero)).Settle();
        var id = Guid.CreateVersion7();
        await node.InDb(async db =>
        {
            db.Add(new OutboxMessage { Id = id, At = node.Clock.Now, Type = "Trellis.GroupMoved", Body = "{}", Attempts = Deliver.Tries, Trouble = "no listener" });
            await db.SaveChangesAsync();
        });
        await node.Look();
        var page = await (await Administrator(node)).Open("/people/jobs");
        Assert.Contains("GroupMoved no listener Of 1 September 2026", page.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await page.Press("Try again")).Status);
        await node.Look();
        Assert.NotNull((await node.InDb(db => db.Set<OutboxMessage>().AsNoTracking().FirstAsync(fact => fact.Id == id))).DeliveredAt);
    }

    [Fact]
    public async Task Only_who_runs_the_installation_sees_the_jobs()
    {
        await using var site = new Site();
        var place = await APlace(site);
        Assert.Equal(404, (await site.Open("/people/jobs")).Status);
        Assert.Equal(404, (await (await site.SignInAs(Role.Manager, place, place)).Open("/people/jobs")).Status);
        Assert.Equal(200, (await (await site.SignInAs(Role.Operator, Guid.Empty, null)).Open("/people/jobs")).Status);
    }

    private static async Task<Visitor> Administrator(Site site)
    {
        var place = await APlace(site);
        return await site.SignInAs(Role.Administrator, place, place);
    }

    private static async Task<Guid> APlace(Site site)
    {
        var place = new Place { Id = Guid.CreateVersion7(), Code = "E08000009", Name = "Trafford", Slug = "trafford", IsDemo = false };
        await site.InDb(async db =>
        {
            db.Add(place);
            await db.SaveChangesAsync();
        });
        return place.Id;
    }

    private Job Counting(TimeSpan length) => Counting(() => Task.Delay(length));

    private Job Counting(Func<Task> work) => new("counting", "Count", Rhythm.Every(Hour), async (_, _) =>
    {
        most = Math.Max(most, Interlocked.Increment(ref atOnce));
        await work();
        Interlocked.Decrement(ref atOnce);
        Interlocked.Increment(ref done);
        return "Counted.";
    });
}
