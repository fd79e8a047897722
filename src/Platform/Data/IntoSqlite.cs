using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Trellis.Platform.Data;

/// <summary>Many rows into one table of SQLite, by one statement that is compiled once and bound by position.</summary>
/// <remarks>
/// The command of Microsoft.Data.Sqlite looks each parameter up by its name and makes a reader for each row, which takes as long as SQLite itself.
/// Values are written as that command writes them, since it is what reads them.
/// </remarks>
internal sealed class IntoSqlite : Bulk
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly int columns;
    private byte[] text = new byte[1024];

    public IntoSqlite(SqliteConnection connection, string table, IReadOnlyList<string> columns)
    {
        database = connection.Handle!;
        this.columns = columns.Count;
        var places = string.Join(", ", columns.Select(_ => "?"));
        Check(raw.sqlite3_prepare_v2(database, $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({places})", out statement));
    }

    public override void Add(params ReadOnlySpan<object?> values)
    {
        for (var at = 0; at < columns; at++)
        {
            Check(Bind(at + 1, values[at]));
        }

        var done = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        Check(done == raw.SQLITE_DONE ? raw.SQLITE_OK : done);
    }

    public override Task Complete(CancellationToken stop) => Task.CompletedTask;

    public override ValueTask DisposeAsync()
    {
        statement.Dispose();
        return ValueTask.CompletedTask;
    }

    private int Bind(int place, object? value) => value switch
    {
        null or DBNull => raw.sqlite3_bind_null(statement, place),
        string words => Bind(place, words),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        bool yes => raw.sqlite3_bind_int64(statement, place, yes ? 1 : 0),
        Guid id => Bind(place, id),
        DateOnly day => Bind(place, day),
        DateTime { Kind: DateTimeKind.Utc } at => Bind(place, at.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"No column holds a {value.GetType().Name}.", nameof(value)),
    };

    private int Bind(int place, string words)
    {
        var most = Encoding.UTF8.GetMaxByteCount(words.Length);
        text = most > text.Length ? new byte[most * 2] : text;
        return raw.sqlite3_bind_text(statement, place, text.AsSpan(0, Encoding.UTF8.GetBytes(words, text)));
    }

    private int Bind(int place, Guid id)
    {
        Span<byte> letters = stackalloc byte[36];
        id.TryFormat(letters, out _);
        Ascii.ToUpperInPlace(letters, out _);
        return raw.sqlite3_bind_text(statement, place, letters);
    }

    private int Bind(int place, DateOnly day)
    {
        Span<byte> letters = stackalloc byte[10];
        day.TryFormat(letters, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return raw.sqlite3_bind_text(statement, place, letters);
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, database);
}
