using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Trellis.Platform.Data;

/// <summary>Many rows into one table, as fast as the database takes them, inside the transaction that is open on the connection.</summary>
/// <remarks>
/// Values go in the order of the columns. PostgreSQL takes no narrower or wider number than the column has: int for integer, long for bigint.
/// While rows go into PostgreSQL the connection can do nothing else, until <see cref="Complete"/>.
/// </remarks>
public abstract class Bulk : IAsyncDisposable
{
    public static async Task<Bulk> Into(DbConnection connection, string table, IReadOnlyList<string> columns, CancellationToken stop) => connection switch
    {
        SqliteConnection sqlite => new IntoSqlite(sqlite, table, columns),
        NpgsqlConnection postgres => new IntoPostgres(
            await postgres.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)", stop)),
        _ => throw new ArgumentException("Neither SQLite nor PostgreSQL.", nameof(connection)),
    };

    public abstract void Add(params ReadOnlySpan<object?> values);

    /// <summary>Makes the rows part of the transaction. Without it PostgreSQL forgets them.</summary>
    public abstract Task Complete(CancellationToken stop);

    public abstract ValueTask DisposeAsync();

    private sealed class IntoPostgres(NpgsqlBinaryImporter importer) : Bulk
    {
        public override void Add(params ReadOnlySpan<object?> values)
        {
            importer.StartRow();
            foreach (var value in values)
            {
                if (value is null)
                {
                    importer.WriteNull();
                }
                else
                {
                    importer.Write(value);
                }
            }
        }

        public override async Task Complete(CancellationToken stop)
        {
            await importer.CompleteAsync(stop);
            await importer.DisposeAsync(); // only then does the connection take other commands again
        }

        public override ValueTask DisposeAsync() => importer.DisposeAsync();
    }
}
