using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;
using Trellis.Platform.Events;

namespace Trellis.Platform.Jobs;

/// <summary>The job that tells the parts what happened in the others.</summary>
internal static class TellFacts
{
    public static readonly Job Job = new("facts", "Tell each part what happened in the others", Rhythm.Always, Run) { IsWanted = IsWanted };

    private static Task<bool> IsWanted(IServiceProvider scope, CancellationToken stop) =>
        scope.GetRequiredService<Deliver>().HasWaiting(stop);

    private static async Task<string> Run(IServiceProvider scope, CancellationToken stop)
    {
        var (deliver, all) = (scope.GetRequiredService<Deliver>(), 0);
        while (await deliver.Once(stop) is > 0 and var told)
        {
            all += told;
        }

        return all == 1 ? "Told one." : $"Told {all:N0}.";
    }
}

/// <summary>Gives a parked fact another round of tries.</summary>
internal sealed class TellAgain(Db db)
{
    /// <summary>False where there is no such fact, or it has been told.</summary>
    public async Task<bool> Handle(Guid id, CancellationToken stop) =>
        await db.Set<OutboxMessage>().Where(message => message.Id == id && message.DeliveredAt == null && message.Attempts >= Deliver.Tries)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.Attempts, 0).SetProperty(message => message.DueAt, (DateTimeOffset?)null), stop) == 1;
}
