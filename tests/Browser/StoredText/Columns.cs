using Microsoft.Data.Sqlite;

namespace Trellis.Browser.StoredText;

/// <summary>Every column of the database that holds text: which of them the forms reached, and putting polyglots into the others.</summary>
internal sealed class Columns(string folder) : IDisposable
{
    private readonly SqliteConnection connection = Open(folder);

    /// <summary>A copy of a running installation, with its keys.</summary>
    public static void Copy(string from, string to)
    {
        using (var running = Open(from))
        {
            Run(running, $"VACUUM INTO '{Path.Combine(to, "trellis.db")}'");
        }

        foreach (var file in Directory.GetFiles(Path.Combine(from, "keys")))
        {
            File.Copy(file, Path.Combine(Directory.CreateDirectory(Path.Combine(to, "keys")).FullName, Path.GetFileName(file)));
        }
    }

    /// <summary>As in groups_note.text, in order.</summary>
    public IReadOnlyList<string> OfText() => Read(
        "SELECT t.name || '.' || c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND lower(c.type) = 'text' ORDER BY 1");

    /// <summary>Those with a polyglot in them.</summary>
    public IReadOnlyList<string> Reached() => [.. OfText().Where(column => Read($"SELECT 1 FROM {Table(column)} WHERE instr({Name(column)}, '{Polyglots.Mark}') > 0 LIMIT 1").Count > 0)];

    /// <summary>Puts polyglots into the rows that are there: all that hold something, and every second that holds nothing.</summary>
    public void Seed(IEnumerable<string> columns)
    {
        foreach (var insert in Rows.Inserts)
        {
            Run(connection, insert);
        }

        Run(connection, "CREATE TEMP TABLE polyglot (n INTEGER PRIMARY KEY, text TEXT)");
        foreach (var (text, number) in Polyglots.All.Select((text, number) => (text, number)))
        {
            Run(connection, "INSERT INTO polyglot VALUES ($n, $text)", ("$n", number), ("$text", text));
        }

        foreach (var (column, shift) in columns.Select((column, shift) => (column, shift)))
        {
            try
            {
                Run(connection, Update(column, shift, ""));
            }
            catch (SqliteException unique) when (unique.SqliteErrorCode == 19)
            {
                Run(connection, Update(column, shift, " || ' ' || hex(randomblob(6))"));
            }
        }
    }

    public IReadOnlyList<string> Read(string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    public void Dispose() => connection.Dispose();

    private static string Table(string column) => column.Split('.')[0];

    private static string Name(string column) => column.Split('.')[1];

    private static string Update(string column, int shift, string distinct) =>
        $"UPDATE {Table(column)} SET {Name(column)} = (SELECT text FROM polyglot WHERE n = ({Table(column)}.rowid + {shift}) % {Polyglots.All.Length}){distinct} WHERE {Name(column)} IS NOT NULL OR rowid % 2 = 0";

    private static SqliteConnection Open(string folder)
    {
        var opened = new SqliteConnection($"Data Source={Path.Combine(folder, "trellis.db")};Pooling=False");
        opened.Open();
        return opened;
    }

    private static void Run(SqliteConnection on, string sql, params (string Name, object Value)[] with)
    {
        using var command = on.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in with)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }
}
