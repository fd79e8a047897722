using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Jobs;
using Trellis.Tests.Support;

namespace Trellis.Tests.Jobs;

/// <summary>One web node of an installation, with a job of the test's own. It looks at the schedule when the test says so.</summary>
public sealed class Node(TestDatabase database, Job job, double lease = 30) : Site(() => database)
{
    internal RunJobs Jobs => Services.GetRequiredService<RunJobs>();

    internal Task<IReadOnlyList<string>> Look() => Jobs.Once(default);

    /// <summary>Looks until the job is in the schedule and nothing else is due.</summary>
    internal async Task<Node> Settle()
    {
        await Look();
        await Look();
        return this;
    }

    internal Task<JobState> State() => InDb(db => db.Set<JobState>().AsNoTracking().FirstAsync(state => state.Name == job.Name));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Jobs:Lease", lease.ToString(System.Globalization.CultureInfo.InvariantCulture));
        builder.ConfigureTestServices(services => services.AddJob(job));
    }
}
