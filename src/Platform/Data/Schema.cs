using System.Data.Common;

namespace Trellis.Platform.Data;

/// <summary>Brings the database up to date from the modules' own SQL files, oldest first, each in its own transaction.</summary>
public static class Schema
{
    /// <summary>Applies what is missing and returns the names of the files applied.</summary>
    public static async Task<IReadOnlyList<string>> Upgrade(Database database, IEnumerable<Module> modules, TimeProvider clock, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        if (database.IsSqlite)
        {
            await SqliteSettings.UseWriteAheadLog(connection, stop);
        }

        await connection.Execute("CREATE TABLE IF NOT EXISTS platform_schema (name text NOT NULL PRIMARY KEY, applied_at timestamptz NOT NULL)", stop);
        var pending = await Pending(connection, Scripts(modules, database.IsSqlite ? "sqlite" : "postgres"), stop);
        foreach (var (name, sql) in pending)
        {
            await using var transaction = await connection.BeginTransactionAsync(stop);
            await connection.Execute(sql, stop);
            await connection.Execute("INSERT INTO platform_schema (name, applied_at) VALUES (@name, @at)", stop, ("name", name), ("at", clock.GetUtcNow().UtcDateTime));
            await transaction.CommitAsync(stop);
        }

        return [.. pending.Select(script => script.Name)];
    }

    /// <summary>A file ending .sqlite.sql or .postgres.sql is for that database alone; a plain .sql file is for both.</summary>
    public static IEnumerable<(string Name, string Sql)> Scripts(IEnumerable<Module> modules, string dialect)
    {
        var assemblies = modules.Select(module => module.GetType().Assembly).Prepend(typeof(Schema).Assembly).Distinct();
        return
            from assembly in assemblies
            from resource in assembly.GetManifestResourceNames()
            where resource.EndsWith(".sql", StringComparison.Ordinal)
            let words = resource.Split('.')
            where words[^2] is not ("sqlite" or "postgres") || words[^2] == dialect
            let name = resource[(resource.IndexOf(".Schema.", StringComparison.Ordinal) + 8)..]
            orderby name
            select (name, Read(assembly.GetManifestResourceStream(resource)!));
    }

    /// <summary>The names of the files this database has had; none where it has no tables at all.</summary>
    public static async Task<IReadOnlyList<string>> Applied(DbConnection connection, bool isSqlite, CancellationToken stop)
    {
        var table = isSqlite
            ? "SELECT count(*) FROM sqlite_master WHERE name = 'platform_schema'"
            : "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'platform_schema'";
        return await connection.Value<long>(table, stop) == 0 ? [] : await connection.Query("SELECT name FROM platform_schema", row => row.GetString(0), stop);
    }

    private static async Task<List<(string Name, string Sql)>> Pending(DbConnection connection, IEnumerable<(string Name, string Sql)> scripts, CancellationToken stop)
    {
        var applied = await connection.Query("SELECT name FROM platform_schema", row => row.GetString(0), stop);
        return [.. scripts.Where(script => !applied.Contains(script.Name))];
    }

    private static string Read(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
