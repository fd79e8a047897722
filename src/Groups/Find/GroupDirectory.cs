using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Search;

namespace Trellis.Groups.Find;

/// <summary>The index of a place, and what other modules added to it.</summary>
internal sealed record Standing(Guid PlaceId, SearchIndex Index, IReadOnlyList<(string Key, string Title)> Contributed)
{
    /// <summary>Of what the index was made: the stamp's number, the place's search words, and how far other modules' answers had come.</summary>
    public required (long Number, string Words, string Told) MadeOf { get; init; }
}

/// <summary>
/// Keeps each place's directory in memory and fresh: looks once a second whether something changed, in whichever process, and answers from
/// what it had until the new one is ready.
/// </summary>
internal sealed class GroupDirectory(Database database, Stamps stamps, IServiceScopeFactory scopes, ILogger<GroupDirectory> log) : BackgroundService
{
    private const int MostPatched = 5_000;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<Guid, Standing> standing = [];
    private readonly HashSet<Guid> inTrouble = [];
    private bool hasLeftovers;

    /// <summary>How long the latest whole build took.</summary>
    public TimeSpan LatestBuild { get; private set; }

    /// <summary>Whether the first look at the database is done.</summary>
    public bool HasBegun => begun.Task.IsCompleted;

    /// <summary>The directory as it stands; waits a while where none has been read yet. Null where the place is too new.</summary>
    public async Task<Standing?> Now(Guid placeId, CancellationToken stop)
    {
        if (standing.TryGetValue(placeId, out var ready))
        {
            return ready;
        }

        await begun.Task.WaitAsync(Patience, stop);
        for (var tries = 0; tries < 30 && !standing.ContainsKey(placeId); tries++)
        {
            await Task.Delay(Rest / 10, stop); // a place made a moment ago is read within a second
        }

        return standing.GetValueOrDefault(placeId);
    }

    /// <summary>Reads what changed. True where something had. A place that cannot be read keeps what it had, and no other waits for it.</summary>
    public async Task<bool> Refresh(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var any = false;
        foreach (var place in await scope.ServiceProvider.GetRequiredService<KnownPlaces>().All(stop))
        {
            try
            {
                any |= await Refresh(place, scope.ServiceProvider, stop);
                inTrouble.Remove(place.Id);
            }
#pragma warning disable CA1031 // Whatever is wrong with one place, the others must be found.
            catch (Exception trouble) when (trouble is not (OperationCanceledException or OutOfMemoryException))
#pragma warning restore CA1031
            {
                if (inTrouble.Add(place.Id)) // tried again every second, said once
                {
                    log.LogError(trouble, "The directory of {Place} could not be read; trying again until it can", place.Name);
                }
            }
        }

        return any;
    }

    private async Task<bool> Refresh(Place place, IServiceProvider services, CancellationToken stop)
    {
        var facets = services.GetServices<IGroupFacet>().OrderBy(facet => facet.Key, StringComparer.Ordinal).ToList();
        var latest = await stamps.Read("groups", stop);
        var words = await Words(place.Id, stop);
        var told = await Told(facets, stop);
        var before = standing.GetValueOrDefault(place.Id);
        var old = before?.MadeOf.Words == words ? before : null;
        if (old is not null && old.MadeOf == (latest, words, told))
        {
            return false;
        }

        var kept = before is null ? await Kept(place.Id, facets, words, stop) : null;
        var known = old is not null ? (old.Index, old.MadeOf.Number) : kept is { } one ? (one.Index, one.Number) : default((SearchIndex, long)?);
        var index = known is not var (current, after) ? null
            : after == latest ? current
            : after > latest ? null // an older backup has come in its place
            : await CountChanged(place.Id, after, stop) + current.Patched <= MostPatched ? await Patch(place.Id, current, after, stop)
            : null;
        var isWorthKeeping = before is null || index is null;
        index ??= await Build(place.Id, facets, stop);
        if (kept?.Index != index || kept?.Told != told)
        {
            index = await WithFacets(index, place.Id, facets, stop);
            if (isWorthKeeping && index.IsWhole && index.Count > MostPatched)
            {
                index = KeptIndex.Save(database, place.Id, new(index, latest, told), words);
                hasLeftovers = true;
            }
        }

        standing[place.Id] = new(place.Id, index, [.. facets.Select(facet => (facet.Key, facet.Title))]) { MadeOf = (latest, words, told) };
        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Refresh(stoppingToken);
                if (inTrouble.Count == 0 || !standing.IsEmpty)
                {
                    begun.TrySetResult();
                }

                if (hasLeftovers)
                {
                    hasLeftovers = false;
                    FreeMemory.GiveBack(); // what building a large index leaves behind is larger than the index
                }
            }
#pragma warning disable CA1031 // A database that is away for a moment must not leave the search stale for good.
            catch (Exception trouble) when (trouble is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogWarning(trouble, "The directory could not be read; trying again");
            }

            await Task.Delay(Rest, stoppingToken);
        }
    }

    /// <summary>The index that an earlier run built, so that a large place answers at once after a start.</summary>
    private async Task<KeptIndex.Kept?> Kept(Guid placeId, List<IGroupFacet> facets, string words, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var (synonyms, stopWords) = await SearchWords.Load(connection, placeId, stop);
        return KeptIndex.Load(database, placeId, Listing.Shape(synonyms, stopWords, facets), words);
    }

    private async Task<SearchIndex> Build(Guid placeId, List<IGroupFacet> facets, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        await using var connection = await database.Open(stop);
        var (synonyms, stopWords) = await SearchWords.Load(connection, placeId, stop);
        var builder = new IndexBuilder(Listing.Shape(synonyms, stopWords, facets));
        await new ReadListing(connection, placeId, 0).Read(builder.Add, stop);
        var index = Logged(builder.Build());
        LatestBuild = Stopwatch.GetElapsedTime(began);
        return index;
    }

    private async Task<SearchIndex> Patch(Guid placeId, SearchIndex old, long after, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var reading = new ReadListing(connection, placeId, after);
        var changed = new List<Document>();
        await reading.Read(changed.Add, stop);
        return Logged(old.With(changed, reading.Gone));
    }

    /// <summary>The same index; what could not be read for it is in the log.</summary>
    private SearchIndex Logged(SearchIndex index)
    {
        foreach (var (key, trouble) in index.LeftOut)
        {
            log.LogError(trouble, "{Key} is not found in the directory: its texts could not be read", key);
        }

        return index;
    }

    private async Task<long> CountChanged(Guid placeId, long after, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return await connection.Value<long>(
            """
            SELECT (SELECT COUNT(*) FROM groups_organisation WHERE place_id = @place AND changed > @after)
                 + (SELECT COUNT(*) FROM groups_service WHERE place_id = @place AND changed > @after)
                 + (SELECT COUNT(*) FROM groups_premises WHERE place_id = @place AND changed > @after)
            """, stop, ("place", placeId), ("after", after));
    }

    /// <summary>The place's own search words: with others the index is another.</summary>
    private async Task<string> Words(Guid placeId, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return string.Join('\n', await connection.Query(
            "SELECT words FROM groups_search_words WHERE place_id = @place ORDER BY id", row => row.GetString(0), stop, ("place", placeId)));
    }

    /// <summary>How far the other modules' answers have come.</summary>
    private async Task<string> Told(List<IGroupFacet> facets, CancellationToken stop)
    {
        var numbers = new List<string>();
        foreach (var facet in facets)
        {
            numbers.Add($"{facet.Key} {await stamps.Read(facet.Stamp, stop)}");
        }

        return string.Join('\n', numbers);
    }

    /// <summary>What other modules say of organisations stands in columns of its own: when only that changes, nothing else is read again.</summary>
    private static async Task<SearchIndex> WithFacets(SearchIndex index, Guid placeId, List<IGroupFacet> facets, CancellationToken stop)
    {
        for (var at = 0; at < facets.Count; at++)
        {
            index = index.WithFacet(Listing.Facets.Count + at, await facets[at].Read(placeId, stop));
        }

        return index;
    }
}
