using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Platform.Data;

namespace Trellis.Platform.Events;

/// <summary>Tells waiting facts in the order they happened; a fact that fails ten times is parked, with what went wrong.</summary>
public sealed class Deliver(IServiceScopeFactory scopes, Facts facts, TimeProvider clock, ILogger<Deliver> log)
{
    private const int Tries = 10;

    /// <summary>Tells what waits now and returns how many facts were told.</summary>
    public async Task<int> Once(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var waiting = await db.Set<OutboxMessage>()
            .Where(message => message.DeliveredAt == null && message.Attempts < Tries)
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
            message.Trouble = trouble.Message;
            log.LogError(trouble, "Fact {Type} {Id} could not be told, try {Attempt}", message.Type, message.Id, message.Attempts);
        }

        await db.SaveChangesAsync(stop);
        return message.DeliveredAt is not null;
    }
}

/// <summary>Delivers while the site runs, in one process among many.</summary>
internal sealed class DeliverAlways(Deliver deliver, Database database, TimeProvider clock, ILogger<DeliverAlways> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);
    private readonly Guid self = Guid.CreateVersion7();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var told = 0;
            try
            {
                if (await Lease.Take(database, "outbox", self, clock.GetUtcNow(), Rest * 10, stoppingToken))
                {
                    told = await deliver.Once(stoppingToken);
                }
            }
#pragma warning disable CA1031 // A database that is away for a moment must not end the deliveries for good.
            catch (Exception trouble) when (trouble is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogError(trouble, "Facts could not be delivered; trying again");
            }

            if (told == 0)
            {
                await Task.Delay(Rest, clock, stoppingToken);
            }
        }
    }
}
