using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Data;

namespace Trellis.Platform.Jobs;

/// <summary>The job that removes what has served its time: sign-in codes, links and counters of tries a day after their end, ended sessions after a month.</summary>
internal static class RemoveOld
{
    /// <summary>So long an answer such as "this code is too old" can still be given.</summary>
    private static readonly TimeSpan AfterTheEnd = TimeSpan.FromDays(1);

    /// <summary>So long somebody can still look where their account was used.</summary>
    private static readonly TimeSpan Sessions = TimeSpan.FromDays(30);

    public static readonly Job Job = new("old-sign-ins", "Remove sign-in codes, links and sessions that are over", Rhythm.Daily(1, 40), Run);

    private static async Task<string> Run(IServiceProvider scope, CancellationToken stop)
    {
        var (db, now) = (scope.GetRequiredService<Db>(), scope.GetRequiredService<TimeProvider>().GetUtcNow());
        var (over, gone) = (now - AfterTheEnd, now - Sessions);
        var codes = await db.Set<SignInCode>().Where(code => code.ExpiresAt < over).ExecuteDeleteAsync(stop);
        var links = await db.Set<OneTimeLink>().Where(link => link.ExpiresAt < over).ExecuteDeleteAsync(stop);
        var sessions = await db.Set<Session>().Where(session => session.EndsAt < gone || session.EndedAt < gone).ExecuteDeleteAsync(stop);
        var counters = await db.Set<AccessTables.Rate>().Where(rate => rate.Since < over).ExecuteDeleteAsync(stop);
        return $"Removed {codes:N0} codes, {links:N0} links, {sessions:N0} sessions and {counters:N0} counters of tries.";
    }
}
