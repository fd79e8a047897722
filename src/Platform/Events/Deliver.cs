using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trellis.Platform.Data;
using Trellis.Platform.Jobs;

namespace Trellis.Platform.Events;

/// <summary>Tells waiting facts in the order they happened; a fact that fails is told again later, and after ten times is parked, with what went wrong.</summary>
public sealed class Deliver(IServiceScopeFactory scopes, Facts facts, TimeProvider clock, ILogger<Deliver> log)
{
    public const int Tries = 10;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>The facts that wait, and for which it is time.</summary>
    public static IQueryable<OutboxMessage> Waiting(Db db, DateTimeOffset now)
    {
        var latest = now + LongestWait; // a time beyond it was written by a clock that has been put right since
        return db.Set<OutboxMessage>().Where(message => message.DeliveredAt == null && message.Attempts < Tries && (message.DueAt == null || message.DueAt <= now || message.DueAt > latest));
    }

    /// <summary>Tells what waits now and returns how many facts were told.</summary>
    public async Task<int> Once(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var waiting = await Waiting(db, clock.GetUtcNow())
            .OrderBy(message => message.Id).Take(50).ToListAsync(stop);
        var told = 0;
        foreach (var message in waiting)
        {
            told += await Tell(db, message, stop) ? 1 : 0;
        }

        return told;
    }

    private async Task<bool> Tell(Db db, OutboxMessage message, CancellationToken stop)
    {
        message.Attempts++;
        try
        {
            await using var scope = scopes.CreateAsyncScope(); // a listener that fails must not leave half its work in ours
            await facts.Tell(message, scope.ServiceProvider, stop);
            message.DeliveredAt = clock.GetUtcNow();
            message.Trouble = null;
        }
#pragma warning disable CA1031 // Whatever a listener throws, the fact waits for the next try and the reason is kept.
        catch (Exception trouble) when (trouble is not OperationCanceledException)
#pragma warning restore CA1031
        {
            message.Trouble = OneLine.Of(trouble.Message);
            message.DueAt = clock.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, message.Attempts)));
            log.LogError(trouble, "Fact {Type} {Id} could not be told, try {Attempt}", message.Type, message.Id, message.Attempts);
        }

        await db.SaveChangesAsync(stop);
        return message.DeliveredAt is not null;
    }
}
