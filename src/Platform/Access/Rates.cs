using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>How often somebody may try; counted in the database, so that it holds over all nodes and restarts.</summary>
public sealed class Rates(Database database, WriteGate gate, TimeProvider clock)
{
    /// <summary>Counts one try; false when there were more than the most within the time.</summary>
    /// <param name="what">What is tried and by whom, as in "code:ann@example.org". Kept as a hash only.</param>
    public async Task<bool> Allow(string what, int most, TimeSpan within, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        using var turn = database.IsSqlite ? await gate.Enter(stop) : null;
        await using var connection = await database.Open(stop);
        return await connection.Value<int>(
            """
            INSERT INTO platform_rate (key_hash, since, number) VALUES (@key, @now, 1)
            ON CONFLICT (key_hash) DO UPDATE SET
                number = CASE WHEN platform_rate.since <= @from THEN 1 ELSE platform_rate.number + 1 END,
                since = CASE WHEN platform_rate.since <= @from THEN excluded.since ELSE platform_rate.since END
            RETURNING number
            """,
            stop, ("key", Secret.Hash(what)), ("now", now.UtcDateTime), ("from", (now - within).UtcDateTime)) <= most;
    }
}
