using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Trellis.Platform.Data;

namespace Trellis.Ledger.Coming;

/// <summary>One table of nouns in memory: finds by key, or adds under the next number and keeps the new row until it is flushed.</summary>
internal sealed class Nouns<TKey, TLine>
    where TKey : notnull
{
    private readonly Dictionary<TKey, TLine> known;
    private readonly List<object?[]> pending = [];
    private int last;

    private Nouns(Dictionary<TKey, TLine> known, int last) => (this.known, this.last) = (known, last);

    public IEnumerable<TLine> Values => known.Values;

    /// <param name="placeId">Null for a table that belongs to a place only through another.</param>
    public static async Task<Nouns<TKey, TLine>> Read(
        DbConnection connection, string table, string columns, Guid? placeId, Func<DbDataReader, (TKey, TLine)> read, CancellationToken stop)
    {
        var rows = placeId is null
            ? await connection.Query($"SELECT {columns} FROM {table}", read, stop)
            : await connection.Query($"SELECT {columns} FROM {table} WHERE place_id = @place", read, stop, ("place", placeId));
        var last = await connection.Value<int>($"SELECT COALESCE(MAX(id), 0) FROM {table}", stop);
        return new(rows.ToDictionary(row => row.Item1, row => row.Item2), last);
    }

    public TLine this[TKey key]
    {
        get => known[key];
        set => known[key] = value;
    }

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TLine line) => known.TryGetValue(key, out line);

    public TLine Add(TKey key, Func<int, TLine> make, Func<int, object?[]> row)
    {
        last++;
        pending.Add(row(last));
        return known[key] = make(last);
    }

    /// <summary>Writes the new rows; false where there were none.</summary>
    public async Task<bool> Flush(DbConnection connection, string table, IReadOnlyList<string> columns, CancellationToken stop)
    {
        if (pending.Count == 0)
        {
            return false;
        }

        await using var bulk = await Bulk.Into(connection, table, columns, stop);
        foreach (var row in pending)
        {
            bulk.Add(row);
        }

        await bulk.Complete(stop);
        pending.Clear();
        return true;
    }
}
