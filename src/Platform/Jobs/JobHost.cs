using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Audit;
using Trellis.Platform.Privacy;

namespace Trellis.Platform.Jobs;

public static class JobHost
{
    /// <summary>Adds a job of a part to the schedule.</summary>
    public static void AddJob(this IServiceCollection services, Job job) => services.AddSingleton(job);

    /// <summary>The runner, its page, and Platform's own jobs.</summary>
    internal static void AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(JobSettings.Read(configuration));
        services.AddSingleton<RunJobs>();
        services.AddHostedService<RunJobsAlways>();
        services.AddScoped<AskForJob>();
        services.AddScoped<TellAgain>();
        services.AddJob(TellFacts.Job);
        services.AddJob(new("retention", "End what has been kept long enough", Rhythm.Daily(1, 40), async (scope, stop) =>
        {
            var ended = await scope.GetRequiredService<EndWhatIsDue>().Handle(stop);
            var idle = await scope.GetRequiredService<EndIdleAccounts>().Handle(stop);
            return $"Ended {ended.Sum(line => line.Rows):N0} rows and erased {idle:N0} accounts nobody has come to for three years.";
        }));
        services.AddJob(new("audit-heads", "Write the end of the history down outside the database", Rhythm.Daily(1, 10), async (scope, stop) =>
        {
            await scope.GetRequiredService<HeadsFile>().Write(stop);
            return "Written down.";
        }));
    }
}
