using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Platform.Data;

namespace Trellis.Groups.Find;

/// <summary>Words that were looked for and not found, and how often: need that nobody answers yet.</summary>
internal sealed class SearchMiss
{
    public required Guid PlaceId { get; init; }

    public required string Words { get; init; }

    public required long Times { get; set; }

    public required DateTimeOffset LatestAt { get; set; }
}

/// <summary>Writes misses down after the page has gone out, so that nobody waits for it. When many come at once the latest are dropped.</summary>
internal sealed class KeepMisses(Database database, WriteGate gate, TimeProvider clock, ILogger<KeepMisses> log) : BackgroundService
{
    private const int LongestWords = 100;
    private readonly Channel<(Guid Place, string Words)> waiting = Channel.CreateBounded<(Guid, string)>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Counts the words, unless they may tell of a person: an address, a telephone or reference number.</summary>
    public void Add(Guid place, string words)
    {
        var plain = string.Join(' ', words.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("\0", "", StringComparison.Ordinal);
        if (plain.Length is > 0 and <= LongestWords && !plain.Contains('@') && plain.Count(char.IsDigit) < 6 && plain.All(letter => !char.IsSurrogate(letter)))
        {
            waiting.Writer.TryWrite((place, plain));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var ending = stoppingToken.Register(() => waiting.Writer.TryComplete());
        await foreach (var (place, words) in waiting.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                await Write(place, words, stoppingToken);
            }
#pragma warning disable CA1031 // A count that cannot be kept must not stop the counting.
            catch (Exception trouble) when (trouble is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogWarning(trouble, "A search without results could not be counted");
            }
        }
    }

    private async Task Write(Guid place, string words, CancellationToken stop)
    {
        using var turn = database.IsSqlite ? await gate.Enter(stop) : null;
        await using var connection = await database.Open(stop);
        await connection.Execute(
            """
            INSERT INTO groups_search_miss (place_id, words, times, latest_at) VALUES (@place, @words, 1, @at)
            ON CONFLICT (place_id, words) DO UPDATE SET times = groups_search_miss.times + 1, latest_at = excluded.latest_at
            """,
            stop, ("place", place), ("words", words), ("at", clock.GetUtcNow().UtcDateTime));
    }
}
