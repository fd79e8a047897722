using Microsoft.Data.Sqlite;
using Trellis.Platform.Confidential;

namespace Trellis.Platform.Data;

/// <summary>Writes everything there is into one file, while the site goes on working.</summary>
public sealed class Backup(Database database, TimeProvider clock)
{
    private const int CannotWrite = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;

    /// <summary>Makes the backup, or says why it cannot. A file of this name is never overwritten.</summary>
    public async Task<Result<BackupManifest>> To(string file, CancellationToken stop)
    {
        file = Path.GetFullPath(file);
        if (File.Exists(file) || Directory.Exists(file))
        {
            return new Problem("file", $"{file} exists already. Give another name, so that no backup is lost.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(file)))
        {
            return new Problem("file", $"There is no folder {Path.GetDirectoryName(file)}.");
        }

        var data = file + ".data";
        try
        {
            var schema = await Applied(stop);
            if (schema.Count == 0)
            {
                return new Problem("data", "There is nothing here to back up yet.");
            }

            if (await TakeData(data, stop) is { } problem)
            {
                return problem;
            }

            var manifest = new BackupManifest(BackupFile.Format, database.IsSqlite ? "sqlite" : "postgres", clock.GetUtcNow(), 0, "", schema) { ConfidentialKey = await KeyOf(schema, stop) };
            return await BackupFile.Write(file, data, manifest, stop);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or SqliteException { SqliteErrorCode: CannotOpen or CannotWrite or Full })
        {
            File.Delete(file + ".part");
            return new Problem("file", $"The backup could not be written: {trouble.Message}");
        }
        finally
        {
            File.Delete(data);
        }
    }

    private async Task<IReadOnlyList<string>> Applied(CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return await Schema.Applied(connection, database.IsSqlite, stop);
    }

    private async Task<string?> KeyOf(IReadOnlyList<string> schema, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return schema.Contains(KeyRing.Schema) ? await KeyRing.Current(connection, stop) : null;
    }

    private async Task<Problem?> TakeData(string into, CancellationToken stop)
    {
        await OwnFiles.Create(into).DisposeAsync(); // the database fills an empty file as gladly as it makes one that others could read
        if (!database.IsSqlite)
        {
            return await PostgresTools.Dump(database, into, stop);
        }

        await using var connection = await database.Open(stop);
        await connection.Execute("VACUUM INTO @into", stop, ("into", into)); // one moment's state, without stopping writers
        return null;
    }
}
