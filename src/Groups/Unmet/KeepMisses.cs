using System.Runtime.InteropServices;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Platform.Data;

namespace Trellis.Groups.Unmet;

/// <summary>Counts misses in memory and writes them down together after the pages have gone out, so that no search waits for it. When many come at once the latest are dropped.</summary>
internal sealed class KeepMisses(Database database, WriteGate gate, TimeProvider clock, ILogger<KeepMisses> log) : BackgroundService
{
    /// <summary>How many different searches are kept of one day: a machine that tries words must not fill the disk.</summary>
    public const int MostADay = 500;

    private const int MostWaiting = 1_000;
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(2);
    private readonly Channel<(Guid Place, DateOnly Day, string Words)> waiting =
        Channel.CreateBounded<(Guid, DateOnly, string)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>True where it will be counted: not where nothing of the words is kept, or too many wait.</summary>
    public bool Add(Guid place, string typed) =>
        KeptWords.Of(typed) is { } words && waiting.Reader.Count < MostWaiting
        && waiting.Writer.TryWrite((place, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), words));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var ending = stoppingToken.Register(() => waiting.Writer.TryComplete());
        while (await waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            await Task.Delay(Gathering, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default); // at the end of the process what waits is written at once
            try
            {
                await Write(Gathered());
            }
#pragma warning disable CA1031 // A count that cannot be kept must not stop the counting.
            catch (Exception trouble)
#pragma warning restore CA1031
            {
                log.LogWarning(trouble, "Searches without results could not be counted");
            }
        }
    }

    private Dictionary<(Guid Place, DateOnly Day, string Words), long> Gathered()
    {
        var times = new Dictionary<(Guid, DateOnly, string), long>();
        while (waiting.Reader.TryRead(out var miss))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(times, miss, out _)++;
        }

        return times;
    }

    private async Task Write(Dictionary<(Guid Place, DateOnly Day, string Words), long> times)
    {
        using var turn = database.IsSqlite ? await gate.Enter(CancellationToken.None) : null;
        await using var connection = await database.Open(CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var (miss, more) in times.OrderBy(pair => pair.Key.Words, StringComparer.Ordinal)) // in one order, or two nodes may wait for each other
        {
            await connection.Execute(
                """
                INSERT INTO groups_search_miss (place_id, day, words, times)
                SELECT @place, @day, @words, @more
                WHERE (SELECT COUNT(*) FROM groups_search_miss WHERE place_id = @place AND day = @day) < @most
                   OR EXISTS (SELECT 1 FROM groups_search_miss WHERE place_id = @place AND day = @day AND words = @words)
                ON CONFLICT (place_id, day, words) DO UPDATE SET times = groups_search_miss.times + excluded.times
                """,
                CancellationToken.None, ("place", miss.Place), ("day", miss.Day), ("words", miss.Words), ("more", more), ("most", MostADay));
        }

        await transaction.CommitAsync();
    }
}
