using Trellis.Groups.Find;
using Trellis.Platform.Data;

namespace Trellis.Bench;

/// <summary>Public search at the size of a country: the real page over HTTP, and the same questions to two other engines.</summary>
internal static class Search
{
    private const int Questions = 400;

    public static async Task<int> Run(string[] args)
    {
        var file = Path.Combine(Country.Option(args, "--data") ?? Path.Combine(Path.GetTempPath(), "trellis-country"), "trellis.db");
        if (!File.Exists(file))
        {
            Console.WriteLine($"There is no {file}. Make it first: dotnet run -c Release --project bench -- country --data DIR --files DIR");
            return 2;
        }

        using var database = new Database($"Data Source={file}");
        await using var connection = await database.Open(default);
        var (_, stopWords) = await SearchWords.Load(connection, await connection.Value<Guid>("SELECT id FROM platform_place", default), default);
        var queries = await SearchQueries.Make(database, Questions, stopWords);
        if (!args.Contains("--peers-only"))
        {
            await SearchPages.Run(file, SearchQueries.Misspelt(queries));
        }

        await SearchPeers.Run(file, queries, Country.Option(args, "--postgres"));
        return 0;
    }
}
