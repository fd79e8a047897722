using System.Data.Common;
using Trellis.Platform.Data;

namespace Trellis.Ledger.Coming;

/// <summary>Rows that a newer file no longer has: they stay, marked with the day, and count in no total.</summary>
internal static class Gone
{
    private const int BatchSize = 500;

    /// <summary>Returns how many were marked.</summary>
    public static async Task<long> Mark(DbConnection connection, DateTimeOffset now, OpenBook book, string table, IEnumerable<int> ids, CancellationToken stop)
    {
        var count = 0L;
        foreach (var batch in ids.Chunk(BatchSize))
        {
            var list = string.Join(',', batch); // whole numbers of our own
            var rows = await connection.Query(
                $"SELECT account_id, amount_pence FROM {table} WHERE id IN ({list})", row => (Account: row.GetInt32(0), Pence: row.GetInt64(1)), stop);
            foreach (var (account, pence) in rows)
            {
                book.AccountNumbered(account).Add(-1, -pence);
            }

            await connection.Execute($"UPDATE {table} SET gone_on = @day WHERE id IN ({list})", stop, ("day", DateOnly.FromDateTime(now.UtcDateTime)));
            book.Touch();
            count += batch.Length;
        }

        return count;
    }
}
