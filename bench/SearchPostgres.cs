using Npgsql;

namespace Trellis.Bench;

/// <summary>The same documents in PostgreSQL with a tsvector and a GIN index, ranked by ts_rank, facets by grouping sets.</summary>
internal sealed class SearchPostgres(NpgsqlDataSource source, PeerWords words) : IAsyncDisposable
{
    private const string Own = "trellis_bench";

    public static async Task<SearchPostgres> Make(string connectionString, PeerWords words)
    {
        var source = NpgsqlDataSource.Create(await OwnDatabase(connectionString));
        await using var connection = await source.OpenConnectionAsync();
        await Execute(connection, "DROP TABLE IF EXISTS bench_document; CREATE TABLE bench_document (id integer PRIMARY KEY, a text, b text, c text, d text, text text)");
        await using (var rows = await connection.BeginBinaryImportAsync("COPY bench_document (id, a, b, c, d, text) FROM STDIN (FORMAT BINARY)"))
        {
            for (var at = 0; at < words.Documents.Count; at++)
            {
                var (text, facets) = words.Documents[at];
                await rows.StartRowAsync();
                await rows.WriteAsync(at);
                foreach (var facet in facets)
                {
                    await (facet is null ? rows.WriteNullAsync() : rows.WriteAsync(facet));
                }

                await rows.WriteAsync(text);
            }

            await rows.CompleteAsync();
        }

        await Execute(connection, "ALTER TABLE bench_document ADD words tsvector; UPDATE bench_document SET words = to_tsvector('simple', text); ALTER TABLE bench_document DROP text");
        await Execute(connection, "CREATE INDEX ON bench_document USING gin (words)");
        await Execute(connection, "VACUUM FULL ANALYZE bench_document");
        return new SearchPostgres(source, words);
    }

    public async Task<int> Ask(string query)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT id FROM bench_document, to_tsquery('simple', @q) AS q WHERE words @@ q ORDER BY ts_rank(words, q) DESC, id LIMIT 20;
            SELECT a, b, c, d, COUNT(*), GROUPING(a, b, c, d) FROM bench_document WHERE words @@ to_tsquery('simple', @q) GROUP BY GROUPING SETS ((), (a), (b), (c), (d));
            """;
        command.Parameters.AddWithValue("q", string.Join(" & ", words.Terms(query).Select(term => $"'{term}'")));
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
        }

        await rows.NextResultAsync();
        var total = 0;
        while (await rows.ReadAsync())
        {
            total = rows.GetInt32(5) == 15 ? (int)rows.GetInt64(4) : total;
        }

        return total;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>A database of the measuring's own, so that nothing of anybody's is touched.</summary>
    private static async Task<string> OwnDatabase(string connectionString)
    {
        await using (var connection = new NpgsqlConnection(connectionString))
        {
            await connection.OpenAsync();
            await Execute(connection, $"DROP DATABASE IF EXISTS {Own} WITH (FORCE)");
            await Execute(connection, $"CREATE DATABASE {Own}");
        }

        return new NpgsqlConnectionStringBuilder(connectionString) { Database = Own }.ConnectionString;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }
}
