using Trellis.Platform.Data;

namespace Trellis.Platform.Events;

/// <summary>The right of one process among many to do a piece of work, until a time.</summary>
public sealed class Lease
{
    public required string Name { get; init; }

    public required Guid Owner { get; set; }

    public required DateTimeOffset Until { get; set; }

    /// <summary>Takes or renews the lease; false while another process holds it.</summary>
    public static async Task<bool> Take(Database database, string name, Guid owner, DateTimeOffset now, TimeSpan length, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return await connection.Execute(
            """
            INSERT INTO platform_lease (name, owner, until) VALUES (@name, @owner, @until)
            ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
            WHERE platform_lease.owner = excluded.owner OR platform_lease.until < @now
            """,
            stop, ("name", name), ("owner", owner), ("until", (now + length).UtcDateTime), ("now", now.UtcDateTime)) > 0;
    }
}
