using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trellis.Platform.Data;
using Trellis.Platform.Jobs;

namespace Trellis.Platform.Events;

/// <summary>Tells waiting facts in the order they happened; a fact that fails is told again later, and after ten times is parked, with what went wrong.</summary>
/// <remarks>It does without the mapper, whose making takes longer than most commands that end with telling.</remarks>
public sealed class Deliver(IServiceScopeFactory scopes, Database database, WriteGate gate, Facts facts, TimeProvider clock, ILogger<Deliver> log)
{
    public const int Tries = 10;
    private const string Waiting = "FROM platform_outbox WHERE delivered_at IS NULL AND attempts < @tries AND (due_at IS NULL OR due_at <= @now OR due_at > @latest)";
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>Whether a fact waits, and it is time for it.</summary>
    public async Task<bool> HasWaiting(CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return (await Ask(connection, $"SELECT id {Waiting} LIMIT 1", row => row.GetGuid(0), stop)).Count > 0;
    }

    /// <summary>Tells what waits now and returns how many facts were told.</summary>
    public async Task<int> Once(CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var waiting = await Ask(connection, $"SELECT id, at, type, body, attempts {Waiting} ORDER BY id LIMIT 50", Read, stop);
        var told = 0;
        foreach (var message in waiting)
        {
            told += await Tell(connection, message, stop) ? 1 : 0;
        }

        return told;
    }

    private async Task<bool> Tell(DbConnection connection, OutboxMessage message, CancellationToken stop)
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

        await Keep(connection, message, stop);
        return message.DeliveredAt is not null;
    }

    /// <summary>A due time later than the longest wait was written by a clock that has been put right since.</summary>
    private Task<List<T>> Ask<T>(DbConnection connection, string sql, Func<DbDataReader, T> read, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return connection.Query(sql, read, stop, ("tries", Tries), ("now", now.UtcDateTime), ("latest", (now + LongestWait).UtcDateTime));
    }

    private static OutboxMessage Read(DbDataReader row) =>
        new() { Id = row.GetGuid(0), At = row.Instant(1), Type = row.GetString(2), Body = row.GetString(3), Attempts = row.GetInt32(4) };

    private async Task Keep(DbConnection connection, OutboxMessage message, CancellationToken stop)
    {
        using var turn = database.IsSqlite ? await gate.Enter(stop) : null;
        await connection.Execute(
            "UPDATE platform_outbox SET attempts = @attempts, delivered_at = @delivered, due_at = @due, trouble = @trouble WHERE id = @id", stop,
            ("attempts", message.Attempts), ("delivered", message.DeliveredAt?.UtcDateTime), ("due", message.DueAt?.UtcDateTime), ("trouble", message.Trouble), ("id", message.Id));
    }
}
