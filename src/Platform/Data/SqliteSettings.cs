using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Trellis.Platform.Data;

/// <summary>What every SQLite connection is told when it is made; one that comes back from the pool knows it still.</summary>
internal static class SqliteSettings
{
    // FULL: with NORMAL a power cut loses writes that were already acknowledged.
    // secure_delete: deleted text must not stay readable in the file.
    // cache_size: each connection has its own, and the system keeps the file in memory for all of them.
    private const string Settings = """
        PRAGMA busy_timeout = 30000;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -2000;
        """;

    public static readonly DbConnectionInterceptor OnOpen = new Interceptor();

    private static readonly ConditionalWeakTable<sqlite3, object> Told = [];

    public static void Apply(SqliteConnection connection)
    {
        if (!Told.TryAdd(connection.Handle!, Settings))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    /// <summary>The journal's kind is a property of the file, so once is enough: readers then never wait for the writer.</summary>
    public static async Task UseWriteAheadLog(DbConnection connection, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        await command.ExecuteNonQueryAsync(stop);
    }

    private sealed class Interceptor : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply((SqliteConnection)connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Apply((SqliteConnection)connection);
            return Task.CompletedTask;
        }
    }
}
