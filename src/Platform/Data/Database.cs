using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Trellis.Platform.Data;

/// <summary>Where the data is and how to reach it without the mapper: for bulk work, search and the hottest reads.</summary>
/// <remarks>A connection string that begins with "Host=" is PostgreSQL; anything else is SQLite.</remarks>
public sealed class Database : IDisposable
{
    private const string Kept = ".kept-";
    private readonly DbDataSource? postgres;

    public Database(string connectionString)
    {
        ConnectionString = connectionString;
        IsSqlite = !NamesServer(connectionString);
        if (IsSqlite)
        {
            var settings = new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = 30 };
            ConnectionString = settings.ToString();
            File = Path.GetFullPath(settings.DataSource);
        }
        else
        {
            postgres = Server(connectionString);
        }
    }

    /// <summary>Whether a connection string names a PostgreSQL server; else it names an SQLite file.</summary>
    public static bool NamesServer(string connectionString) => connectionString.StartsWith("Host=", StringComparison.OrdinalIgnoreCase);

    public string ConnectionString { get; }

    public bool IsSqlite { get; }

    /// <summary>The SQLite file; empty on PostgreSQL.</summary>
    public string File { get; } = "";

    /// <summary>Where something made from the data may be kept for the next start; null on PostgreSQL, whose nodes have no folder of their own.</summary>
    public string? KeptFile(string name) => IsSqlite ? $"{File}{Kept}{name}" : null;

    /// <summary>Deletes what was made from the data and kept: when words are to be gone for good, and when other data has come in the place of what was here.</summary>
    public void ForgetKept()
    {
        if (IsSqlite)
        {
            foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(File)!, Path.GetFileName(File) + Kept + "*"))
            {
                System.IO.File.Delete(file);
            }
        }
    }

    /// <summary>An open connection, to be disposed by the caller. Parameters are written @name on both databases.</summary>
    public async Task<DbConnection> Open(CancellationToken stop)
    {
        if (postgres is not null)
        {
            return await postgres.OpenConnectionAsync(stop);
        }

        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(stop);
        SqliteSettings.Apply(connection);
        return connection;
    }

    /// <summary>For an import, which goes to and fro in every index: with more room in memory than a page needs, and on SQLite not kept for later.</summary>
    public async Task<DbConnection> OpenRoomy(CancellationToken stop)
    {
        if (!IsSqlite)
        {
            return await Open(stop);
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(stop);
        SqliteSettings.Apply(connection);
        await connection.Execute("PRAGMA cache_size = -64000", stop);
        return connection;
    }

    /// <summary>
    /// Lets SQLite see how the rows are spread; PostgreSQL looks by itself. Unseen, one place counts as ten rows, and looking up a few groups of a
    /// country goes through all of them.
    /// </summary>
    internal static Task<int> CountAgain(DbConnection connection, CancellationToken stop) =>
        connection is SqliteConnection ? connection.Execute("PRAGMA analysis_limit = 1000; ANALYZE", stop) : Task.FromResult(0);

    /// <summary>Lets go of the connections kept for later.</summary>
    public void Dispose()
    {
        postgres?.Dispose();
        if (IsSqlite)
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
    }

    public void Configure(DbContextOptionsBuilder options) => _ = postgres is null
        ? options.UseSqlite(ConnectionString).AddInterceptors(SqliteSettings.OnOpen)
        : UseServer(options, postgres);

    // By themselves, so that the library of the database that is not used is not loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DbDataSource Server(string connectionString) => NpgsqlDataSource.Create(connectionString);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static DbContextOptionsBuilder UseServer(DbContextOptionsBuilder options, DbDataSource server) => options.UseNpgsql(server);
}
