using Microsoft.Data.Sqlite;

namespace Trellis.Bench;

/// <summary>The same documents in a SQLite FTS5 table, ranked by its BM25.</summary>
internal sealed class SearchFts5(string file, PeerWords words)
{
    private const string Sql = """
        SELECT rowid FROM found WHERE found MATCH $q ORDER BY rank LIMIT 20;
        WITH hit AS MATERIALIZED (SELECT d.a, d.b, d.c, d.d FROM found JOIN document d ON d.id = found.rowid WHERE found MATCH $q)
        SELECT 0, NULL, COUNT(*) FROM hit UNION ALL SELECT 1, a, COUNT(*) FROM hit GROUP BY a UNION ALL SELECT 2, b, COUNT(*) FROM hit GROUP BY b
        UNION ALL SELECT 3, c, COUNT(*) FROM hit GROUP BY c UNION ALL SELECT 4, d, COUNT(*) FROM hit GROUP BY d;
        """;

    public static async Task<SearchFts5> Make(string country, PeerWords words)
    {
        var file = Path.Combine(Path.GetDirectoryName(country)!, "fts5.db");
        File.Delete(file);
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
            CREATE TABLE document (id integer PRIMARY KEY, a text, b text, c text, d text);
            CREATE VIRTUAL TABLE found USING fts5(text, content='', tokenize="unicode61 remove_diacritics 0");
            """;
        await command.ExecuteNonQueryAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        command.Transaction = (SqliteTransaction)transaction;
        command.CommandText = "INSERT INTO document VALUES ($id, $a, $b, $c, $d); INSERT INTO found (rowid, text) VALUES ($id, $text);";
        string[] names = ["$id", "$a", "$b", "$c", "$d", "$text"];
        SqliteParameter[] parameters = [.. names.Select(name => command.Parameters.Add(new SqliteParameter(name, null)))];
        for (var at = 0; at < words.Documents.Count; at++)
        {
            var (text, facets) = words.Documents[at];
            object?[] values = [at, .. facets, text];
            for (var place = 0; place < values.Length; place++)
            {
                parameters[place].Value = values[place] ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        await using var optimise = connection.CreateCommand();
        optimise.CommandText = "INSERT INTO found (found) VALUES ('optimize')";
        await optimise.ExecuteNonQueryAsync();
        return new SearchFts5(file, words);
    }

    public async Task<int> Ask(string query)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.Parameters.AddWithValue("$q", string.Join(" AND ", words.Terms(query).Select(term => $"\"{term}\"")));
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
        }

        await rows.NextResultAsync();
        var total = 0;
        while (await rows.ReadAsync())
        {
            total = rows.GetInt32(0) == 0 ? rows.GetInt32(2) : total;
        }

        return total;
    }
}
