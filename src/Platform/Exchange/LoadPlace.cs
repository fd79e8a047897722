using System.Text.Json;
using System.Text.Json.Serialization;
using Trellis.Platform.Data;
using Trellis.Platform.Events;
using Trellis.Platform.Places;

namespace Trellis.Platform.Exchange;

/// <summary>Fills a place from a folder with a list of its files (sources.json). What is in already is left alone, so a stopped load goes on where it was.</summary>
public sealed class LoadPlace(Db db, Database database, KnownPlaces known, RunImport import, Deliver deliver, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>The list in a demo folder.</summary>
    public sealed record Listing(PlaceDetails Place, IReadOnlyList<SourceDetails> Sources);

    public sealed record PlaceDetails(string Code, string Name, string Slug);

    /// <summary>Told for each file as it begins, as rows come in, and when it is done (with the account, or null where the file was in already).</summary>
    public sealed record Watcher(Action<SourceDetails> Begin, Action<SourceDetails, long> Rows, Action<SourceDetails, RunImport.Account?> Done);

    /// <summary>Returns the place; a file that cannot be read stops the load with its reason.</summary>
    public async Task<Result<Place>> Handle(string folder, Watcher watcher, CancellationToken stop)
    {
        var listing = await Read(folder, stop);
        var place = await Ensure(listing.Place, stop);
        var taken = await Taken(place, stop);
        var changed = false;
        foreach (var details in listing.Sources)
        {
            var path = Path.Combine(folder, details.File);
            if (taken.GetValueOrDefault(details.Key) == await RunImport.Hash(path, stop))
            {
                watcher.Done(details, null);
                continue;
            }

            watcher.Begin(details);
            var account = await import.Handle(place, new(path, details, details.Format, DryRun: false, "place loading", rows => watcher.Rows(details, rows)), stop);
            if (!account.Succeeded)
            {
                return account.Problems[0];
            }

            changed = true;
            watcher.Done(details, account.Value);
        }

        await Settle(changed, stop);
        return place;
    }

    public static async Task<Listing> Read(string folder, CancellationToken stop)
    {
        await using var file = File.OpenRead(Path.Combine(folder, "sources.json"));
        return await JsonSerializer.DeserializeAsync<Listing>(file, Json, stop) ?? throw new FileRefusedException("sources.json is empty.");
    }

    private async Task<Place> Ensure(PlaceDetails details, CancellationToken stop)
    {
        var place = (await known.All(stop)).FirstOrDefault(one => one.Code == details.Code);
        if (place is null)
        {
            place = new Place { Id = Guid.CreateVersion7(clock.GetUtcNow()), Code = details.Code, Name = details.Name, Slug = details.Slug, IsDemo = true };
            db.Add(place);
            await db.SaveChangesAsync(stop);
            known.LookAgainNow();
        }

        return place;
    }

    /// <summary>The hashes of the files that are in, by key. Without the mapper, which a start need not wait for where everything is in.</summary>
    private async Task<Dictionary<string, string>> Taken(Place place, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var sources = await connection.Query(
            "SELECT key, sha256 FROM platform_source WHERE place_id = @place", row => (Key: row.GetString(0), Hash: row.GetString(1)), stop, ("place", place.Id));
        return sources.ToDictionary(source => source.Key, source => source.Hash);
    }

    /// <summary>Lets the other modules hear of it and the database count its rows, so that the first visitor does not wait for either.</summary>
    private async Task Settle(bool changed, CancellationToken stop)
    {
        while (await deliver.Once(stop) > 0)
        {
        }

        if (changed)
        {
            await using var connection = await database.Open(stop);
            await connection.Execute("ANALYZE", stop);
        }
    }
}
