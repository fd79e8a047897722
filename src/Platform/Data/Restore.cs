using System.Data.Common;
using Microsoft.Data.Sqlite;
using Trellis.Platform.Confidential;

namespace Trellis.Platform.Data;

/// <summary>Puts a backup back in the place of what is here, whole or not at all.</summary>
public sealed class Restore(Database database, IEnumerable<Module> modules, TimeProvider clock, KeyRing? keys = null)
{
    /// <param name="file">A file made by <see cref="Backup"/>.</param>
    /// <param name="replace">True where what is here may be overwritten.</param>
    /// <param name="stop">Stops before the exchange; what is here then stays.</param>
    /// <param name="withoutKey">True where it may be done though the key of what is confidential in it is not here.</param>
    public async Task<Result<BackupManifest>> From(string file, bool replace, CancellationToken stop, bool withoutKey = false)
    {
        if (!File.Exists(file))
        {
            return new Problem("file", $"There is no file {file}.");
        }

        var folder = database.IsSqlite ? null : Directory.CreateTempSubdirectory("trellis-");
        var data = Path.Combine(folder?.FullName ?? Path.GetDirectoryName(database.File)!, $".restore-{Guid.CreateVersion7(clock.GetUtcNow()):N}");
        try
        {
            var unpacked = await BackupFile.Unpack(file, data, stop);
            var problem = unpacked.Succeeded ? await Objection(unpacked.Value, data, replace, stop) : unpacked.Problems[0];
            problem ??= withoutKey ? null : await KeyMissing(unpacked.Value, stop);
            if (problem is null)
            {
                database.ForgetKept(); // before, so that whatever happens, nothing kept is of other data than what is here
                problem = await Exchange(data, stop);
            }

            if (problem is not null)
            {
                return problem;
            }

            await Schema.Upgrade(database, modules, clock, stop);
            return unpacked;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return new Problem("file", $"The backup could not be read: {trouble.Message}");
        }
        finally
        {
            File.Delete(data);
            folder?.Delete(recursive: true);
        }
    }

    private async Task<Problem?> Objection(BackupManifest backup, string data, bool replace, CancellationToken stop)
    {
        var engine = database.IsSqlite ? "sqlite" : "postgres";
        if (backup.Engine != engine)
        {
            return new("file", $"This backup is of a {Name(backup.Engine)} database and this one is {Name(engine)}. Restore it where it came from.");
        }

        if (backup.Schema.Except(Schema.Scripts(modules, engine).Select(script => script.Name)).Any())
        {
            return new("file", "This backup was made by a newer version of Trellis. Use that version to restore it.");
        }

        if (!replace && !await IsEmpty(stop))
        {
            return new("data", "There is data here already. To overwrite it with the backup, say --replace.");
        }

        return database.IsSqlite && !await IsSound(data, stop) ? new("file", "The data inside the backup is damaged. Nothing was changed; use another backup.") : null;
    }

    /// <summary>Noticed before anything is overwritten, since what is here may still be read.</summary>
    private async Task<Problem?> KeyMissing(BackupManifest backup, CancellationToken stop) =>
        backup.ConfidentialKey is { } id && keys is not null && await keys.Find(id, stop) is null
            ? new("key", $"{keys.TroubleWith(id)} Nothing was changed. To restore all the same, and leave what is confidential shut until the key is back, say --without-key.")
            : null;

    private async Task<bool> IsEmpty(CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return (await Schema.Applied(connection, database.IsSqlite, stop)).Count == 0
            || await connection.Value<long>("SELECT count(*) FROM platform_place", stop) == 0;
    }

    private async Task<Problem?> Exchange(string data, CancellationToken stop)
    {
        if (!database.IsSqlite)
        {
            return await PostgresTools.Put(database, data, stop);
        }

        try
        {
            await using var from = Alone(data);
            await from.OpenAsync(stop);
            await using var into = (SqliteConnection)await database.Open(stop);
            from.BackupDatabase(into); // one transaction of the target: whoever reads meanwhile sees the old state or the new
            return null;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6)
        {
            return new("data", "The database is being written to. Stop Trellis and try again.");
        }
    }

    private static async Task<bool> IsSound(string data, CancellationToken stop)
    {
        try
        {
            await using DbConnection connection = Alone(data);
            await connection.OpenAsync(stop);
            return await connection.Value<string>("PRAGMA integrity_check", stop) == "ok";
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static SqliteConnection Alone(string file) => new(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());

    private static string Name(string engine) => engine == "sqlite" ? "SQLite" : "PostgreSQL";
}
