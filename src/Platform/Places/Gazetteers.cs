using System.Collections.Concurrent;
using Trellis.Platform.Data;

namespace Trellis.Platform.Places;

/// <summary>Keeps each place's gazetteer in memory and reads it again when its areas or postcodes have changed, whichever process changed them.</summary>
public sealed class Gazetteers(Database database, Stamps stamps, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Guid, (Gazetteer Gazetteer, long LookedAt)> known = [];
    private readonly SemaphoreSlim reading = new(1, 1);

    public async Task<Gazetteer> Of(Guid placeId, CancellationToken stop)
    {
        if (known.TryGetValue(placeId, out var held) && clock.GetElapsedTime(held.LookedAt) < LookAgain)
        {
            return held.Gazetteer;
        }

        await reading.WaitAsync(stop);
        try
        {
            return await Renew(placeId, stop);
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private async Task<Gazetteer> Renew(Guid placeId, CancellationToken stop)
    {
        var now = clock.GetTimestamp();
        if (known.TryGetValue(placeId, out var held) && held.Gazetteer.Stamp == await stamps.Read("places", stop))
        {
            known[placeId] = (held.Gazetteer, now);
            return held.Gazetteer;
        }

        await using var connection = await database.Open(stop);
        var fresh = await Gazetteer.Load(connection, placeId, stop);
        known[placeId] = (fresh, now);
        return fresh;
    }
}
