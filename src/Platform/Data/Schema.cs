using System.Data.Common;

namespace Trellis.Platform.Data;

/// <summary>Brings the database up to date from the modules' own SQL files, oldest first, each in its own transaction.</summary>
public static class Schema
{
    private const long UpgradeLock = 7_310_727;

    /// <summary>Applies what is missing and returns the names of the files applied.</summary>
    /// <exception cref="SchemaTooNewException">A newer Trellis has changed these tables.</exception>
    public static async Task<IReadOnlyList<string>> Upgrade(Database database, IEnumerable<Module> modules, TimeProvider clock, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        if (database.IsSqlite)
        {
            await SqliteSettings.UseWriteAheadLog(connection, stop);
        }
        else
        {
            await connection.Execute("SELECT pg_advisory_lock(@lock)", stop, ("lock", UpgradeLock)); // two nodes may start at once
        }

        await connection.Execute("CREATE TABLE IF NOT EXISTS platform_schema (name text NOT NULL PRIMARY KEY, applied_at timestamptz NOT NULL)", stop);
        var scripts = Scripts(modules, database.IsSqlite ? "sqlite" : "postgres").ToList();
        var applied = await connection.Query("SELECT name FROM platform_schema", row => row.GetString(0), stop);
        if (applied.Except(scripts.Select(script => script.Name)).FirstOrDefault() is { } unknown)
        {
            throw new SchemaTooNewException(unknown);
        }

        var pending = scripts.Where(script => !applied.Contains(script.Name)).ToList();
        if (database.IsSqlite && applied.Count > 0 && pending.Count > 0)
        {
            await CopyBeside(database, connection, clock, stop);
        }

        foreach (var script in pending)
        {
            await Apply(connection, script, clock, stop);
        }

        if (!database.IsSqlite)
        {
            await connection.Execute("SELECT pg_advisory_unlock(@lock)", stop, ("lock", UpgradeLock));
        }

        return [.. pending.Select(script => script.Name)];
    }

    private static async Task Apply(DbConnection connection, (string Name, string Sql) script, TimeProvider clock, CancellationToken stop)
    {
        await using var transaction = await connection.BeginTransactionAsync(stop);
        if (await connection.Value<long>("SELECT count(*) FROM platform_schema WHERE name = @name", stop, ("name", script.Name)) == 0) // another process may have been quicker
        {
            await connection.Execute(script.Sql, stop);
            await connection.Execute("INSERT INTO platform_schema (name, applied_at) VALUES (@name, @at)", stop, ("name", script.Name), ("at", clock.GetUtcNow().UtcDateTime));
        }

        await transaction.CommitAsync(stop);
    }

    /// <summary>The state before the change stays beside the database, for the day somebody wants it back.</summary>
    private static async Task CopyBeside(Database database, DbConnection connection, TimeProvider clock, CancellationToken stop)
    {
        var copy = $"{database.File}.before-{clock.GetUtcNow():yyyyMMdd-HHmmss}";
        await OwnFiles.Create(copy).DisposeAsync();
        await connection.Execute("VACUUM INTO @into", stop, ("into", copy));
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

    private static string Read(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>The database was changed by a newer Trellis; this one would misread it.</summary>
public sealed class SchemaTooNewException(string script) : Exception($"This data belongs to a newer version of Trellis ({script}). Start that version, or restore a backup of this one.");
