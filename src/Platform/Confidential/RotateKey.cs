using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Trellis.Platform.Data;

namespace Trellis.Platform.Confidential;

/// <summary>Closes everything confidential anew with a new key. Stopped half-way, it goes on where it was: until all is done, no further key is made.</summary>
[SuppressMessage("Security", "CA2100", Justification = "Names of tables and columns are written in the parts; values come in as parameters.")]
public sealed class RotateKey(Database database, WriteGate gate, KeyFile file, KeyRing ring, IEnumerable<SealedColumn> columns, TimeProvider clock)
{
    private const int AtOnce = 200;

    /// <param name="Rows">How many texts were closed anew.</param>
    /// <param name="Unreadable">How many could not be, since they had been altered or their key is gone; they stay as they are.</param>
    /// <param name="WentOn">It finished an earlier change of key rather than begin one.</param>
    public sealed record Rotated(string Key, int Rows, int Unreadable, bool WentOn);

    /// <param name="forgetOld">Takes the earlier keys out of the file once nothing needs them; older backups can then not be read.</param>
    public async Task<Result<Rotated>> Handle(bool forgetOld, CancellationToken stop)
    {
        var current = await ring.Current(stop);
        if (!current.Succeeded)
        {
            await using var asked = await database.Open(stop);
            return new Problem("", await ring.Trouble(asked, stop) ?? "There is no key yet. Make one with ./trellis confidential make.");
        }

        var wentOn = await Left(current.Value.Id, stop) > 0 && await HasRetired(stop);
        var key = wentOn ? current.Value : await Next(current.Value.Id, stop);
        var (rows, unreadable) = (0, 0);
        foreach (var column in columns)
        {
            var (done, not) = await Column(column, key, stop);
            (rows, unreadable) = (rows + done, unreadable + not);
        }

        if (forgetOld && unreadable == 0 && await Left(key.Id, stop) == 0)
        {
            await file.Keep([key.Id], stop);
        }

        return new Rotated(key.Id, rows, unreadable, wentOn);
    }

    /// <summary>A key that an earlier try left in the file and nothing uses yet, else a new one. From here on new texts are closed with it.</summary>
    private async Task<ConfidentialKey> Next(string current, CancellationToken stop)
    {
        using var turn = database.IsSqlite ? await gate.Enter(stop) : null;
        await using var connection = await database.Open(stop);
        await using var transaction = await KeyRing.Alone(connection, database.IsSqlite, stop);
        if (await KeyRing.Current(connection, stop) is { } changed && changed != current && await ring.Find(changed, stop) is { } other)
        {
            return other; // by somebody else just now
        }

        var known = await KnownIds(stop);
        var key = (await file.Read(stop)).FirstOrDefault(one => !known.Contains(one.Id)) ?? await file.Add(stop);
        var now = clock.GetUtcNow().UtcDateTime;
        await connection.Execute("UPDATE platform_confidential_key SET retired_at = @at WHERE id = @id", stop, ("at", now), ("id", current));
        await connection.Execute("INSERT INTO platform_confidential_key (id, made_at) VALUES (@id, @at)", stop, ("id", key.Id), ("at", now));
        await transaction.CommitAsync(stop);
        return key;
    }

    private async Task<(int Done, int Unreadable)> Column(SealedColumn column, ConfidentialKey key, CancellationToken stop)
    {
        var (done, unreadable, after) = (0, 0, Guid.Empty);
        while (true)
        {
            using var turn = database.IsSqlite ? await gate.Enter(stop) : null; // a turn for each handful, so that others write in between
            await using var connection = await database.Open(stop);
            await using var transaction = await connection.BeginTransactionAsync(stop);
            var rows = await connection.Query(
                $"SELECT id, {column.Column} FROM {column.Table} WHERE id > @after AND {column.Column} NOT LIKE @now ORDER BY id LIMIT {AtOnce}",
                row => (Id: row.GetGuid(0), Text: row.GetString(1)), stop, ("after", after), ("now", Cipher.Beginning(key.Id) + "%"));
            foreach (var (id, closed) in rows)
            {
                var isDone = await Again(connection, column, key, id, closed, stop);
                (done, unreadable, after) = (done + (isDone ? 1 : 0), unreadable + (isDone ? 0 : 1), id);
            }

            await transaction.CommitAsync(stop);
            if (rows.Count < AtOnce)
            {
                return (done, unreadable);
            }
        }
    }

    private async Task<bool> Again(DbConnection connection, SealedColumn column, ConfidentialKey key, Guid id, string closed, CancellationToken stop) =>
        await ring.Find(Cipher.KeyOf(closed) ?? "", stop) is { } old && Cipher.Open(closed, old, column, id) is { } text
        && await connection.Execute(
            $"UPDATE {column.Table} SET {column.Column} = @anew WHERE id = @id AND {column.Column} = @closed", stop, ("anew", Cipher.Close(text, key, column, id)), ("id", id), ("closed", closed)) == 1;

    private async Task<long> Left(string key, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var left = 0L;
        foreach (var column in columns)
        {
            left += await connection.Value<long>($"SELECT count(*) FROM {column.Table} WHERE {column.Column} NOT LIKE @now", stop, ("now", Cipher.Beginning(key) + "%"));
        }

        return left;
    }

    private async Task<bool> HasRetired(CancellationToken stop) => (await KnownIds(stop)).Count > 1;

    private async Task<List<string>> KnownIds(CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        return await connection.Query("SELECT id FROM platform_confidential_key", row => row.GetString(0), stop);
    }
}
