using Npgsql;
using Trellis.Platform.Data;

namespace Trellis.Tests.Support;

/// <summary>A database of a test's own, made by copying one that is ready: a file on SQLite, a template on PostgreSQL. Gone when disposed.</summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("TRELLIS_TEST_POSTGRES");
    private static readonly string Folder = Scratch.Folder("databases");
    private static readonly Lazy<TestDatabase> UpToDate = new(() => Make(database =>
        Schema.Upgrade(database, App.Site.Modules, TimeProvider.System, CancellationToken.None)));

    private static readonly Lock OneCopyAtATime = new();

    private readonly string name = "t" + Guid.NewGuid().ToString("N");

    private TestDatabase() => Connection = IsPostgres
        ? new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20, ConnectionIdleLifetime = 10, ConnectionPruningInterval = 5 }.ToString()
        : $"Data Source={FileName}";

    /// <summary>True in the run on PostgreSQL, when TRELLIS_TEST_POSTGRES holds a connection string of someone who may make databases.</summary>
    public static bool IsPostgres => Server is not null;

    public string Connection { get; }

    /// <summary>The SQLite file; of no meaning on PostgreSQL.</summary>
    public string FileName => Path.Combine(Folder, name + ".db");

    /// <summary>All tables, no rows.</summary>
    public static TestDatabase Create() => CopyOf(UpToDate.Value);

    /// <summary>Nothing at all: no tables.</summary>
    public static TestDatabase CreateEmpty()
    {
        var made = new TestDatabase();
        if (IsPostgres)
        {
            OnServer($"CREATE DATABASE {made.name}");
        }

        return made;
    }

    /// <summary>A database filled by the work, fit to be copied: no connection to it stays open.</summary>
    public static TestDatabase Make(Func<Database, Task> fill)
    {
        var made = CreateEmpty();
        using var database = new Database(made.Connection);
        Task.Run(() => fill(database)).GetAwaiter().GetResult();
        return made;
    }

    public static TestDatabase CopyOf(TestDatabase template)
    {
        var made = new TestDatabase();
        lock (OneCopyAtATime)
        {
            if (IsPostgres)
            {
                OnServer($"CREATE DATABASE {made.name} TEMPLATE {template.name}");
            }
            else
            {
                File.Copy(template.FileName, made.FileName);
            }
        }

        return made;
    }

    public void Dispose()
    {
        if (IsPostgres)
        {
            OnServer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            return;
        }

        foreach (var file in Directory.GetFiles(Folder, name + "*"))
        {
            File.Delete(file);
        }
    }

    private static void OnServer(string sql)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
