using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Search;

namespace Trellis.Groups.Find;

/// <summary>The index of a place, and what other modules added to it.</summary>
internal sealed record Standing(Guid PlaceId, SearchIndex Index, IReadOnlyList<(string Key, string Title)> Contributed);

/// <summary>
/// Keeps the place's directory in memory and fresh: looks once a second whether something changed, in whichever process, and answers from
/// what it had until the new one is ready.
/// </summary>
internal sealed class GroupDirectory(Database database, Stamps stamps, IServiceScopeFactory scopes, ILogger<GroupDirectory> log) : BackgroundService
{
    private const int MostPatched = 5_000;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Standing? standing;
    private long number = -1;
    private string others = "";

    /// <summary>How long the latest whole build took.</summary>
    public TimeSpan LatestBuild { get; private set; }

    /// <summary>Whether the first look at the database is done.</summary>
    public bool HasBegun => begun.Task.IsCompleted;

    /// <summary>The directory as it stands; waits a while where none has been read yet. Null where there is no place.</summary>
    public async Task<Standing?> Now(CancellationToken stop)
    {
        if (standing is { } ready)
        {
            return ready;
        }

        await begun.Task.WaitAsync(Patience, stop);
        return standing;
    }

    /// <summary>Reads what changed. True where something had.</summary>
    public async Task<bool> Refresh(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<Here>().Place(stop) is not { } place)
        {
            return false;
        }

        var facets = scope.ServiceProvider.GetServices<IGroupFacet>().OrderBy(facet => facet.Key, StringComparer.Ordinal).ToList();
        var latest = await stamps.Read("groups", stop);
        var latestOthers = await Others(place.Id, facets, stop);
        if (latest == number && latestOthers == others && standing?.PlaceId == place.Id)
        {
            return false;
        }

        var isPatch = standing is not null && standing.PlaceId == place.Id && latestOthers == others && await CountChanged(place.Id, stop) is var changed
            && changed + standing.Index.Patched <= MostPatched;
        if (standing is null && await Kept(place.Id, facets, latestOthers, stop) is { } kept)
        {
            (standing, number, others) = (kept.Standing, kept.Number, latestOthers);
            return await Refresh(stop); // what changed since it was kept
        }

        standing = isPatch ? await Patch(standing!, facets, stop) : await Build(place.Id, facets, stop);
        (number, others) = (latest, latestOthers);
        if (!isPatch && standing.Index.Count > MostPatched)
        {
            KeptIndex.Save(database, standing, number, others);
        }

        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Refresh(stoppingToken);
                begun.TrySetResult();
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
    private async Task<(Standing Standing, long Number)?> Kept(Guid placeId, List<IGroupFacet> facets, string others, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var (synonyms, stopWords) = await SearchWords.Load(connection, placeId, stop);
        return KeptIndex.Load(database, placeId, Listing.Shape(synonyms, stopWords, facets), others) is { } kept
            ? (new Standing(placeId, kept.Index, [.. facets.Select(facet => (facet.Key, facet.Title))]), kept.Number)
            : null;
    }

    private async Task<Standing> Build(Guid placeId, List<IGroupFacet> facets, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        await using var connection = await database.Open(stop);
        var (synonyms, stopWords) = await SearchWords.Load(connection, placeId, stop);
        var builder = new IndexBuilder(Listing.Shape(synonyms, stopWords, facets));
        await new ReadListing(connection, placeId, 0, await Contributed(placeId, facets, stop)).Read(builder.Add, stop);
        var index = builder.Build();
        LatestBuild = Stopwatch.GetElapsedTime(began);
        return new(placeId, index, [.. facets.Select(facet => (facet.Key, facet.Title))]);
    }

    private async Task<Standing> Patch(Standing old, List<IGroupFacet> facets, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var reading = new ReadListing(connection, old.PlaceId, number, await Contributed(old.PlaceId, facets, stop));
        var changed = new List<Document>();
        await reading.Read(changed.Add, stop);
        return old with { Index = old.Index.With(changed, reading.Gone) };
    }

    private async Task<long> CountChanged(Guid placeId, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return await connection.Value<long>(
            """
            SELECT (SELECT COUNT(*) FROM groups_organisation WHERE place_id = @place AND changed > @after)
                 + (SELECT COUNT(*) FROM groups_service WHERE place_id = @place AND changed > @after)
                 + (SELECT COUNT(*) FROM groups_premises WHERE place_id = @place AND changed > @after)
            """, stop, ("place", placeId), ("after", number));
    }

    /// <summary>What stands beside the groups' own tables: the place's search words, and the stamps of other modules' facets.</summary>
    private async Task<string> Others(Guid placeId, List<IGroupFacet> facets, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var words = await connection.Query("SELECT words FROM groups_search_words WHERE place_id = @place ORDER BY id", row => row.GetString(0), stop, ("place", placeId));
        var numbers = new List<string>();
        foreach (var facet in facets)
        {
            numbers.Add($"{facet.Key} {await stamps.Read(facet.Stamp, stop)}");
        }

        return string.Join('\n', [.. numbers, .. words]);
    }

    private static async Task<IReadOnlyList<(int, IReadOnlyDictionary<Guid, IReadOnlyList<string>>)>> Contributed(Guid placeId, List<IGroupFacet> facets, CancellationToken stop)
    {
        var values = new List<(int, IReadOnlyDictionary<Guid, IReadOnlyList<string>>)>();
        foreach (var facet in facets)
        {
            values.Add((Listing.Facets.Count + values.Count, await facet.Read(placeId, stop)));
        }

        return values;
    }
}
