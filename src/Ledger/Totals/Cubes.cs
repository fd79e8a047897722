using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trellis.Ledger.Book;
using Trellis.Platform.Data;

namespace Trellis.Ledger.Totals;

/// <summary>Keeps each place's cube fresh: compares stamps at every asking, and goes on with the old totals while new ones take long to read.</summary>
internal sealed class Cubes(Database database, SumKinds sumKinds, IServiceScopeFactory scopes, ILogger<Cubes> log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);

    private readonly ConcurrentDictionary<Guid, Kept> kept = new();
    private readonly ConcurrentDictionary<Guid, (string Stamp, IReadOnlyDictionary<MoneyKind, Sum> Sums)> kinds = new();
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    public async Task<Cube> For(Guid placeId, CancellationToken stop)
    {
        var stamp = await Stamp(stop);
        var known = kept.GetValueOrDefault(placeId);
        if (known?.Stamp == stamp)
        {
            return known.Cube;
        }

        var fresh = Renew(placeId, stamp);
        if (known is null)
        {
            return (await fresh.WaitAsync(stop)).Cube;
        }

        return await Task.WhenAny(fresh, Task.Delay(Patience, stop)) == fresh && fresh.IsCompletedSuccessfully ? (await fresh).Cube : known.Cube;
    }

    /// <summary>The sums by kind alone, for which the cube need not be read.</summary>
    public async Task<IReadOnlyDictionary<MoneyKind, Sum>> Kinds(Guid placeId, CancellationToken stop)
    {
        var stamp = await Stamp(stop);
        if (kinds.TryGetValue(placeId, out var known) && known.Stamp == stamp)
        {
            return known.Sums;
        }

        var fresh = await sumKinds.For(placeId, stop);
        kinds[placeId] = (stamp, fresh);
        return fresh;
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<Kept> Renew(Guid placeId, string stamp)
    {
        await oneAtATime.WaitAsync();
        try
        {
            if (kept.GetValueOrDefault(placeId) is { } known && known.Stamp == stamp)
            {
                return known;
            }

            await using var scope = scopes.CreateAsyncScope();
            var cube = await scope.ServiceProvider.GetRequiredService<BuildCube>().For(placeId, CancellationToken.None);
            return kept[placeId] = new(stamp, cube);
        }
        catch (Exception trouble)
        {
            log.LogError(trouble, "The totals of public money could not be read");
            throw;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<string> Stamp(CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return string.Join(' ', await connection.Query(
            "SELECT name, number FROM platform_stamp WHERE name IN ('ledger', 'groups', 'places') ORDER BY name", row => row.GetString(0) + row.GetInt64(1), stop));
    }

    private sealed record Kept(string Stamp, Cube Cube);
}
