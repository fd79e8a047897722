using Microsoft.EntityFrameworkCore;

namespace Trellis.Platform.Jobs;

/// <summary>Something the installation does by itself. Each part registers its own; one process among many does it.</summary>
/// <param name="Name">Its one name, as in old-codes.</param>
/// <param name="Title">For people: "Remove sign-in codes that are over".</param>
/// <param name="Rhythm">When.</param>
/// <param name="Run">Does it, in a scope of its own, and says how it went in one sentence. It may be stopped half-way and run again, and must then do nothing twice.</param>
public sealed record Job(string Name, string Title, Rhythm Rhythm, Func<IServiceProvider, CancellationToken, Task<string>> Run)
{
    /// <summary>Whether there is anything to do, for a job that is done at once; it is asked every two seconds and must be cheap.</summary>
    public Func<IServiceProvider, CancellationToken, Task<bool>>? IsWanted { get; init; }

    /// <summary>After so many failures in a row it waits for somebody to look. What is done at once keeps trying: others wait for it.</summary>
    public int Tries => Rhythm is Rhythm.AtOnce ? int.MaxValue : 8;

    /// <summary>How long to wait after the first failure; twice as long after each further one.</summary>
    public TimeSpan Patience => Rhythm is Rhythm.AtOnce ? TimeSpan.FromSeconds(2) : TimeSpan.FromMinutes(1);

    public TimeSpan LongestWait => Rhythm is Rhythm.AtOnce ? TimeSpan.FromMinutes(5) : TimeSpan.FromHours(1);

    /// <summary>How long to wait after this many failures in a row.</summary>
    public TimeSpan Wait(int failures) => TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, Patience.Ticks << Math.Clamp(failures - 1, 0, 20)));
}

/// <summary>What is remembered of a job between its runs.</summary>
public sealed class JobState
{
    public required string Name { get; init; }

    public required DateTimeOffset NextAt { get; set; }

    /// <summary>Somebody wants it done now.</summary>
    public bool Asked { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What it said when it last went well.</summary>
    public string? Outcome { get; set; }

    /// <summary>What went wrong last time; null where it went well.</summary>
    public string? Trouble { get; set; }

    /// <summary>In a row.</summary>
    public int Failures { get; set; }

    /// <summary>Failed too often; nothing happens until somebody asks for it.</summary>
    public DateTimeOffset? ParkedAt { get; set; }

    /// <summary>
    /// Whether it is to be done now. A time further off than the job ever waits was written by a clock that has been put right since, and does not count.
    /// </summary>
    public bool IsDue(Job job, DateTimeOffset now) => Asked || (ParkedAt is null && (NextAt <= now || NextAt > Latest(job, now)));

    private static DateTimeOffset Latest(Job job, DateTimeOffset now)
    {
        var (planned, waiting) = (job.Rhythm.Next(now), now + job.LongestWait);
        return planned > waiting ? planned : waiting;
    }
}

internal static class JobTables
{
    public static void Build(ModelBuilder model) => model.Entity<JobState>(job =>
    {
        job.ToTable("platform_job");
        job.HasKey(j => j.Name);
    });
}
