using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Trellis.Platform.Data;

namespace Trellis.Platform.Documents;

/// <summary>Keeps files, each with the record that uses it: both or neither. Changes come one after the other, so that nobody keeps more than may be.</summary>
public sealed class KeepFiles(Db db, WriteGate gate, DocumentLimits limits, TimeProvider clock)
{
    private const long FilesLock = 7_310_729;
    private const int SqliteFull = 13;

    /// <summary>Does the work in one transaction and keeps it, unless it comes back with problems.</summary>
    public async Task<Result<T>> Do<T>(Func<Task<Result<T>>> work, CancellationToken stop)
    {
        using var turn = db.Database.IsSqlite() ? await gate.Enter(stop) : null;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            if (!db.Database.IsSqlite())
            {
                await db.Database.GetDbConnection().Execute("SELECT pg_advisory_xact_lock(@lock)", stop, ("lock", FilesLock));
            }

            var done = await work();
            if (!done.Succeeded)
            {
                db.ChangeTracker.Clear(); // a later save in the same request must not bring back what was refused
                return done;
            }

            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            return done;
        }
        catch (Exception full) when (IsFull(full) || IsFull(full.InnerException))
        {
            db.ChangeTracker.Clear();
            return FileRefusals.As(FileRefusals.NoRoom);
        }
    }

    /// <summary>Adds a file to what is about to be saved. Only inside <see cref="Do"/>.</summary>
    /// <param name="scopeId">The group, person or place it belongs to.</param>
    /// <param name="without">A file that goes at the same time and does not count any longer.</param>
    public async Task<Result<StoredFile>> Add(GoodFile file, Guid placeId, Guid scopeId, Guid byWhom, Guid? without, CancellationToken stop)
    {
        var others = db.Set<StoredFile>().Where(one => one.PlaceId == placeId && one.Id != without);
        var own = others.Where(one => one.ScopeId == scopeId);
        if (await own.CountAsync(stop) >= DocumentLimits.Number)
        {
            return FileRefusals.As($"There are {DocumentLimits.Number} documents here already, which is the most there can be. Remove one that is no longer needed first.");
        }

        if (await own.SumAsync(one => one.Bytes, stop) + file.Content.Length > DocumentLimits.Group)
        {
            return FileRefusals.As($"All documents together would be larger than {DocumentLimits.Group / 1_000_000} MB. Remove one that is no longer needed first.");
        }

        if (await others.SumAsync(one => one.Bytes, stop) + file.Content.Length > limits.Place)
        {
            return FileRefusals.As("All documents of the place together have reached the most that is kept here. Nothing was changed; tell the place’s administrator.");
        }

        var now = clock.GetUtcNow();
        var stored = new StoredFile { Id = Guid.CreateVersion7(now), PlaceId = placeId, ScopeId = scopeId, Name = file.Name, Kind = file.Kind, Bytes = file.Content.Length, Sha256 = file.Sha256, StoredAt = now, StoredBy = byWhom };
        db.Add(stored);
        db.Add(new FileContent { FileId = stored.Id, Content = file.Content });
        return stored;
    }

    /// <summary>Removes a file that no saved record uses any longer, and what stands in it. Only inside <see cref="Do"/>.</summary>
    public async Task Remove(Guid fileId, CancellationToken stop)
    {
        await db.SaveChangesAsync(stop); // whatever used it lets go first
        await db.Set<StoredFile>().Where(one => one.Id == fileId).ExecuteDeleteAsync(stop);
    }

    private static bool IsFull(Exception? trouble) => trouble is SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull };
}
