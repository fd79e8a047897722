using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Trellis.Platform.Jobs;

/// <summary>How jobs are run: <c>Jobs:Lease</c> is after how many seconds without a sign of life another process takes a job over.</summary>
public sealed record JobSettings(TimeSpan Lease)
{
    public static JobSettings Read(IConfiguration configuration) =>
        new(TimeSpan.FromSeconds(configuration["Jobs:Lease"] is { } seconds ? double.Parse(seconds, CultureInfo.InvariantCulture) : 30));
}

/// <summary>What went wrong, fit for a line of a page: no control characters, and not too long.</summary>
internal static class OneLine
{
    private const int Longest = 300;

    public static string Of(string text)
    {
        var line = string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)).Trim();
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }
}

/// <summary>Looks every two seconds what is due, while the site runs; first after the first two, for a start has enough to do. A long job holds up no other.</summary>
internal sealed class RunJobsAlways(RunJobs jobs, TimeProvider clock, ILogger<RunJobsAlways> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new List<Task>();
        try
        {
            while (true)
            {
                await Task.Delay(Rest, clock, stoppingToken);
                await Look(started, stoppingToken);
                started.RemoveAll(task => task.IsCompleted);
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(started);
        }
    }

    private async Task Look(List<Task> started, CancellationToken stop)
    {
        try
        {
            started.AddRange((await jobs.Due(stop)).Select(job => Start(job, stop)));
        }
#pragma warning disable CA1031 // A database that is away for a moment must not end the jobs for good.
        catch (Exception trouble) when (trouble is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError(trouble, "The schedule could not be read; trying again");
        }
    }

    private async Task Start(Job job, CancellationToken stop)
    {
        try
        {
            await jobs.Start(job, stop);
        }
        catch (OperationCanceledException)
        {
            // The site stops; the job goes on after the next start.
        }
#pragma warning disable CA1031 // What could not be written down is tried again.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            log.LogError(trouble, "Job {Job} could not be run; trying again", job.Name);
        }
    }
}
