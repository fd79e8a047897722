using Trellis.Groups.Find;
using Trellis.Platform.Data;

namespace Trellis.Bench;

/// <summary>Public search: the real page over HTTP, and the same questions to two other engines.</summary>
internal static class Search
{
    private const int Questions = 400;

    public static async Task<int> Run(string[] args)
    {
        var file = Country.FileOf(args);
        if (!File.Exists(file))
        {
            Console.WriteLine(Country.Missing(file));
            return 2;
        }

        using var database = new Database($"Data Source={file}");
        var (place, queries) = await Ask(database);
        List<Promise> promises = [];
        if (!args.Contains("--peers-only"))
        {
            promises.AddRange(await SearchPages.Run(place, file, SearchQueries.Misspelt(queries)));
        }

        promises.AddRange(await SearchPeers.Run(place, file, queries, Country.Option(args, "--postgres")));
        return Promises.Tell(args, promises);
    }

    private static async Task<(string Place, IReadOnlyList<string> Queries)> Ask(Database database)
    {
        await using var connection = await database.Open(default);
        var (_, stopWords) = await SearchWords.Load(connection, await connection.Value<Guid>("SELECT id FROM platform_place", default), default);
        return (await Country.Word(connection), await SearchQueries.Make(database, Questions, stopWords));
    }
}
