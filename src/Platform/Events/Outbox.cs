using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;

namespace Trellis.Platform.Events;

/// <summary>A fact that has been saved and is waiting to be told to other modules.</summary>
public sealed class OutboxMessage
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Type { get; init; }

    public required string Body { get; init; }

    public DateTimeOffset? DeliveredAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Not before then; null where it may be told at once.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>What went wrong last time, in one line; null while nothing did.</summary>
    public string? Trouble { get; set; }
}

/// <summary>A listener to a fact; it may hear the same fact twice and must then do nothing the second time.</summary>
public interface IHear<in TFact>
{
    Task Hear(TFact fact, CancellationToken stop);
}

public static class Outbox
{
    /// <summary>Saved with the change itself, so a fact is told if and only if the change happened.</summary>
    public static void Tell<TFact>(this Db db, TFact fact, DateTimeOffset at)
        where TFact : notnull =>
        db.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(at),
            At = at,
            Type = typeof(TFact).FullName!,
            Body = JsonSerializer.Serialize(fact),
        });

    /// <summary>The same, inside a bulk transaction on a bare connection.</summary>
    public static Task Tell<TFact>(DbConnection connection, TFact fact, DateTimeOffset at, CancellationToken stop)
        where TFact : notnull =>
        connection.Execute(
            "INSERT INTO platform_outbox (id, at, type, body, attempts) VALUES (@id, @at, @type, @body, 0)", stop,
            ("id", Guid.CreateVersion7(at)), ("at", at.UtcDateTime), ("type", typeof(TFact).FullName), ("body", JsonSerializer.Serialize(fact)));
}

/// <summary>Which facts exist and who listens; filled in by each module at start-up.</summary>
public sealed class Facts
{
    private readonly Dictionary<string, List<Func<IServiceProvider, string, CancellationToken, Task>>> listeners = [];

    public Facts(IEnumerable<Module> modules)
    {
        foreach (var module in modules)
        {
            module.Listen(this);
        }
    }

    public void Add<TFact, TListener>()
        where TListener : IHear<TFact>
    {
        var name = typeof(TFact).FullName!;
        if (!listeners.TryGetValue(name, out var list))
        {
            listeners[name] = list = [];
        }

        list.Add((services, body, stop) =>
            services.GetRequiredService<TListener>().Hear(JsonSerializer.Deserialize<TFact>(body)!, stop));
    }

    internal async Task Tell(OutboxMessage message, IServiceProvider services, CancellationToken stop)
    {
        foreach (var listener in listeners.GetValueOrDefault(message.Type, []))
        {
            await listener(services, message.Body, stop);
        }
    }
}

internal static class EventTables
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<OutboxMessage>().ToTable("platform_outbox");
        model.Entity<Lease>(lease =>
        {
            lease.ToTable("platform_lease");
            lease.HasKey(l => l.Name);
        });
        model.Entity<Stamp>(stamp =>
        {
            stamp.ToTable("platform_stamp");
            stamp.HasKey(s => s.Name);
        });
    }

    /// <summary>The row behind <see cref="Stamps"/>.</summary>
    internal sealed class Stamp
    {
        public required string Name { get; init; }

        public long Number { get; set; }
    }
}
