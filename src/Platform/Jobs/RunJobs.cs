using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Events;

namespace Trellis.Platform.Jobs;

/// <summary>Does what is due, each job in one process among many, and remembers how it went.</summary>
public sealed class RunJobs(IEnumerable<Job> jobs, IServiceScopeFactory scopes, Leases leases, JobSettings settings, TimeProvider clock, ILogger<RunJobs> log)
{
    private readonly ConcurrentDictionary<string, bool> running = new();

    public IReadOnlyList<Job> All { get; } = [.. jobs];

    /// <summary>Does all that is due now and returns the names of what this process did.</summary>
    public async Task<IReadOnlyList<string>> Once(CancellationToken stop)
    {
        var due = await Due(stop);
        var done = await Task.WhenAll(due.Select(async job => (job.Name, Did: await Start(job, stop))));
        return [.. done.Where(one => one.Did).Select(one => one.Name)];
    }

    /// <summary>The jobs to be done now, apart from those this process is at.</summary>
    internal async Task<List<Job>> Due(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var states = await db.Set<JobState>().AsNoTracking().ToDictionaryAsync(state => state.Name, stop);
        var (now, due) = (clock.GetUtcNow(), new List<Job>());
        foreach (var job in All.Where(job => !running.ContainsKey(job.Name)))
        {
            if (!states.TryGetValue(job.Name, out var state))
            {
                await Remember(db, job, now, stop);
            }
            else if (state.IsDue(job, now) && (state.Asked || job.IsWanted is null || await job.IsWanted(scope.ServiceProvider, stop)))
            {
                due.Add(job);
            }
        }

        return due;
    }

    /// <summary>Does the job if it is still due and no other process is at it.</summary>
    internal async Task<bool> Start(Job job, CancellationToken stop)
    {
        if (!running.TryAdd(job.Name, true))
        {
            return false;
        }

        try
        {
            var did = false;
            await leases.While("job " + job.Name, settings.Lease, async held => did = await Run(job, held, stop), stop);
            return did;
        }
        finally
        {
            running.TryRemove(job.Name, out _);
        }
    }

    private async Task<bool> Run(Job job, CancellationToken held, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Trail>().Call("job " + job.Name);
        var states = scope.ServiceProvider.GetRequiredService<Db>().Set<JobState>().Where(state => state.Name == job.Name);
        var (state, started) = (await states.AsNoTracking().FirstAsync(held), clock.GetUtcNow());
        if (!state.IsDue(job, started))
        {
            return false; // another process has just done it
        }

        // Counted before it runs: a job that takes its process down with it is parked like any other that fails.
        await states.ExecuteUpdateAsync(
            set => set.SetProperty(s => s.StartedAt, started).SetProperty(s => s.Asked, false).SetProperty(s => s.ParkedAt, (DateTimeOffset?)null)
                .SetProperty(s => s.Failures, s => s.Failures + 1).SetProperty(s => s.Trouble, "It was stopped before it had ended."), held);
        try
        {
            var outcome = await job.Run(scope.ServiceProvider, held);
            await WentWell(states, job, outcome, held);
        }
        catch (OperationCanceledException) when (held.IsCancellationRequested)
        {
            await states.ExecuteUpdateAsync(set => set.SetProperty(s => s.Failures, state.Failures), CancellationToken.None); // stopped with the site or the lease: no fault of the job's
            stop.ThrowIfCancellationRequested();
        }
#pragma warning disable CA1031 // Whatever a job throws, it is tried again later and the reason is kept.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            log.LogError(trouble, "Job {Job} failed", job.Name);
            await WentWrong(states, job, state.Failures + 1, trouble);
        }

        return true;
    }

    private async Task WentWell(IQueryable<JobState> states, Job job, string outcome, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await states.ExecuteUpdateAsync(
            set => set.SetProperty(s => s.EndedAt, now).SetProperty(s => s.NextAt, job.Rhythm.Next(now)).SetProperty(s => s.Failures, 0)
                .SetProperty(s => s.Trouble, (string?)null).SetProperty(s => s.Outcome, outcome), stop);
    }

    private async Task WentWrong(IQueryable<JobState> states, Job job, int failures, Exception trouble)
    {
        var now = clock.GetUtcNow();
        await states.ExecuteUpdateAsync(
            set => set.SetProperty(s => s.EndedAt, now).SetProperty(s => s.NextAt, now + job.Wait(failures)).SetProperty(s => s.Trouble, OneLine.Of(trouble.Message))
                .SetProperty(s => s.ParkedAt, failures >= job.Tries ? now : null), CancellationToken.None);
    }

    /// <summary>A new job is first done at its time, not at the first start.</summary>
    private static async Task Remember(Db db, Job job, DateTimeOffset now, CancellationToken stop)
    {
        db.Add(new JobState { Name = job.Name, NextAt = job.Rhythm.Next(now) });
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Another process has just written it down.
        }

        db.ChangeTracker.Clear();
    }
}
