using System.Collections.Concurrent;
using Trellis.Platform.Data;

namespace Trellis.Platform.Events;

/// <summary>The right of one process among many to do a piece of work, as long as it says that it is alive.</summary>
public sealed class Lease
{
    public required string Name { get; init; }

    /// <summary>Empty once given back.</summary>
    public required Guid Owner { get; set; }

    /// <summary>For people to read; who decides is <see cref="Beat"/>.</summary>
    public required DateTimeOffset Until { get; set; }

    /// <summary>Goes up with each sign of life, and never down.</summary>
    public long Beat { get; set; }
}

/// <summary>
/// Takes, keeps and gives back leases. Whether a holder still lives is told by its beat, watched by one's own stopwatch:
/// a clock that jumps, or differs from another machine's, neither takes a lease away nor keeps it for ever.
/// </summary>
public sealed class Leases(Database database, WriteGate gate, TimeProvider clock)
{
    private const int BeatsInALength = 4;

    private readonly ConcurrentDictionary<string, (Guid Owner, long Beat, long SeenAt)> seen = new();

    /// <summary>Does the work if no other process is at it; false if one is. The work is cancelled when the lease is lost.</summary>
    public async Task<bool> While(string name, TimeSpan length, Func<CancellationToken, Task> work, CancellationToken stop)
    {
        var owner = Guid.CreateVersion7(clock.GetUtcNow());
        if (!await Take(name, owner, length, stop))
        {
            return false;
        }

        using var held = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var beating = Beat(name, owner, length, held);
        try
        {
            await work(held.Token);
        }
        finally
        {
            await held.CancelAsync();
            await beating;
            await GiveBack(name, owner);
        }

        return true;
    }

    /// <summary>Takes the lease if it was given back, is the owner's, or its holder has not been heard of for its length.</summary>
    private async Task<bool> Take(string name, Guid owner, TimeSpan length, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var held = await connection.Query("SELECT owner, beat FROM platform_lease WHERE name = @name", row => (Owner: row.GetGuid(0), Beat: row.GetInt64(1)), stop, ("name", name));
        if (held is [var other] && other.Owner != Guid.Empty && other.Owner != owner && !IsSilent(name, other.Owner, other.Beat, length))
        {
            return false;
        }

        var (before, beat) = held is [var last] ? last : (Guid.Empty, 0);
        using var turn = database.IsSqlite ? await gate.Enter(stop) : null;
        return await connection.Execute(
            """
            INSERT INTO platform_lease (name, owner, until, beat) VALUES (@name, @owner, @until, 1)
            ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until, beat = platform_lease.beat + 1
            WHERE platform_lease.owner = @before AND platform_lease.beat = @beat
            """,
            stop, ("name", name), ("owner", owner), ("until", (clock.GetUtcNow() + length).UtcDateTime), ("before", before), ("beat", beat)) > 0;
    }

    private bool IsSilent(string name, Guid owner, long beat, TimeSpan length)
    {
        var now = clock.GetTimestamp();
        var first = seen.AddOrUpdate(name, (owner, beat, now), (_, before) => before.Owner == owner && before.Beat == beat ? before : (owner, beat, now));
        return clock.GetElapsedTime(first.SeenAt, now) > length;
    }

    /// <summary>Says that we are alive until told to stop; cancels the work once another has taken the lease, or for too long nobody could be told.</summary>
    private async Task Beat(string name, Guid owner, TimeSpan length, CancellationTokenSource held)
    {
        var told = clock.GetTimestamp();
        while (!held.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(length / BeatsInALength, clock, held.Token);
                if (!await Take(name, owner, length, held.Token))
                {
                    await held.CancelAsync();
                }

                told = clock.GetTimestamp();
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (System.Data.Common.DbException) when (clock.GetElapsedTime(told) < length / 2)
            {
                // The database is away for a moment; nobody else can take the lease then either.
            }
            catch (System.Data.Common.DbException)
            {
                await held.CancelAsync();
            }
        }
    }

    private async Task GiveBack(string name, Guid owner)
    {
        try
        {
            await using var connection = await database.Open(CancellationToken.None);
            await connection.Execute(
                "UPDATE platform_lease SET owner = @nobody, beat = beat + 1 WHERE name = @name AND owner = @owner", CancellationToken.None,
                ("name", name), ("owner", owner), ("nobody", Guid.Empty));
        }
        catch (System.Data.Common.DbException)
        {
            // Others will take it once it has been silent for its length.
        }
    }
}
