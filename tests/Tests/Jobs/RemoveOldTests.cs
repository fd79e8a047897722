using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Jobs;
using Trellis.Tests.Support;

namespace Trellis.Tests.Jobs;

public sealed class RemoveOldTests
{
    [Fact]
    public async Task What_is_over_goes_and_what_still_works_stays()
    {
        using var database = TestDatabase.Create();
        await using var site = new Node(database, new("none", "None", Rhythm.Daily(1, 0), (_, _) => Task.FromResult(""))); // looks at the schedule when we say so
        await site.SignIn("early@example.org");
        site.Clock.Pass(TimeSpan.FromDays(61));
        await site.SignIn("late@example.org");
        await using var scope = site.Services.CreateAsyncScope();
        Assert.Equal("Removed 1 codes, 0 links, 1 sessions and 2 counters of tries.", await RemoveOld.Job.Run(scope.ServiceProvider, default));
        Assert.Equal(1, await site.InDb(db => db.Set<SignInCode>().CountAsync()));
        Assert.Equal(1, await site.InDb(db => db.Set<Session>().CountAsync()));
        Assert.StartsWith("Removed 0 codes, 0 links, 0 sessions and 0", await RemoveOld.Job.Run(scope.ServiceProvider, default), StringComparison.Ordinal);
    }
}
