using System.Data.Common;
using Trellis.Platform.Data;

namespace Trellis.Platform.Confidential;

/// <summary>Brings together the keys that the database knows of by name and those that are in the file.</summary>
public sealed class KeyRing(Database database, WriteGate gate, KeyFile file, TimeProvider clock)
{
    /// <summary>The change of the tables that made room for keys' names.</summary>
    internal const string Schema = "2026-11-22-confidential.sql";

    private const long CurrentLock = 7_310_735;

    /// <summary>For those who use the site; whoever runs the machine is told more by ./trellis verify.</summary>
    public static readonly Problem Missing = new("", "The key of the confidential compartment is missing, so nothing confidential can be read or written. Whoever runs the machine must put the key back. Everything else works, and nothing was overwritten.");

    /// <summary>The key that new texts are closed with.</summary>
    public async Task<Result<ConfidentialKey>> Current(CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return await Current(connection, stop) is { } id && await Find(id, stop) is { } key ? key : Missing;
    }

    /// <summary>Null where it is not in the file.</summary>
    public async Task<ConfidentialKey?> Find(string id, CancellationToken stop) => (await file.Read(stop)).FirstOrDefault(key => key.Id == id);

    /// <summary>The current key; the first one is made now. Where the database knows of a key, none is ever made in its place.</summary>
    public async Task<Result<ConfidentialKey>> Ensure(CancellationToken stop)
    {
        if (file.Path is null)
        {
            return new Problem("", "This installation has no folder to keep the key of the confidential compartment in. Whoever runs the machine can name a file for it.");
        }

        await using var connection = await database.Open(stop);
        if (await Current(connection, stop) is not null)
        {
            return await Current(stop);
        }

        using var turn = database.IsSqlite ? await gate.Enter(stop) : null;
        await using var transaction = await Alone(connection, database.IsSqlite, stop);
        if (await Current(connection, stop) is null) // of two that begin at once, one comes later
        {
            var key = await file.Read(stop) is [.., var last] ? last : await file.Add(stop);
            await connection.Execute("INSERT INTO platform_confidential_key (id, made_at) VALUES (@id, @at)", stop, ("id", key.Id), ("at", clock.GetUtcNow().UtcDateTime));
        }

        await transaction.CommitAsync(stop);
        return await Current(stop);
    }

    /// <summary>A transaction in which nobody else says which key is the current one: what is in the file and what the database knows of must not part.</summary>
    internal static async Task<DbTransaction> Alone(DbConnection connection, bool isSqlite, CancellationToken stop)
    {
        var transaction = await connection.BeginTransactionAsync(stop);
        if (!isSqlite)
        {
            await connection.Execute("SELECT pg_advisory_xact_lock(@lock)", stop, ("lock", CurrentLock)); // SQLite has one writer anyway
        }

        return transaction;
    }

    /// <summary>For whoever runs the machine: what is wrong with the key, and what to do; null where nothing is, or no key was ever made.</summary>
    public async Task<string?> Trouble(DbConnection connection, CancellationToken stop) =>
        await Current(connection, stop) is { } id && await Find(id, stop) is null ? TroubleWith(id) : null;

    public async Task<string?> Trouble(CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return await Trouble(connection, stop);
    }

    /// <summary>That the key of this name is not there.</summary>
    public string TroubleWith(string id) => file.Path is { } path && File.Exists(path)
        ? $"The key of the confidential compartment is not the right one: {path} does not hold the key {id} that the data was written with. Put the right file back; until then nothing confidential can be read or written, and everything else works."
        : $"The key of the confidential compartment is missing: it should be in {file.Path ?? "a file named by Confidential__Key"}. Put the copy back that is kept apart; until then nothing confidential can be read or written, and everything else works.";

    internal static Task<string?> Current(DbConnection connection, CancellationToken stop) =>
        connection.Value<string>("SELECT id FROM platform_confidential_key WHERE retired_at IS NULL", stop);
}
