using System.Data.Common;
using Trellis.Platform.Data;

namespace Trellis.Ledger.Coming;

/// <summary>The rows that earlier files of a source brought, by their fingerprints: sixteen bytes each, so that ten million fit beside an import.</summary>
internal sealed class KnownRows
{
    private readonly long[] contents;
    private readonly int[] ids;

    /// <summary>How many rows of a run of equal fingerprints have been met, kept at the first of the run.</summary>
    private readonly int[] met;

    internal KnownRows(long[] contents, int[] ids)
    {
        Array.Sort(contents, ids);
        (this.contents, this.ids, met) = (contents, ids, new int[ids.Length]);
    }

    /// <summary>Reads what still stands of the source.</summary>
    public static async Task<KnownRows> Read(DbConnection connection, string table, Guid sourceId, CancellationToken stop)
    {
        var runs = await connection.Query(
            "SELECT id, first_id, last_id FROM ledger_intake WHERE source_id = @source", row => new IntakeRun(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2)),
            stop, ("source", sourceId));
        var most = runs.Sum(run => run.Count);
        var (contents, ids, count) = (new long[most], new int[most], 0);
        foreach (var run in runs)
        {
            await foreach (var (id, content) in run.Standing(connection, table, stop))
            {
                (ids[count], contents[count]) = (id, content);
                count++;
            }
        }

        return count == most ? new(contents, ids) : new(contents[..count], ids[..count]);
    }

    /// <summary>True where a row like this is in already. A row that a file has twice must be in twice.</summary>
    public bool Meet(long content)
    {
        var first = FirstOf(content);
        if (first == contents.Length || contents[first] != content)
        {
            return false;
        }

        var next = first + met[first];
        if (next == contents.Length || contents[next] != content)
        {
            return false;
        }

        met[first]++;
        return true;
    }

    /// <summary>The ids of the rows that no row of the new file met.</summary>
    public IEnumerable<int> NotMet()
    {
        var first = 0;
        for (var at = 0; at < ids.Length; at++)
        {
            first = contents[at] == contents[first] ? first : at;
            if (at - first >= met[first])
            {
                yield return ids[at];
            }
        }
    }

    private int FirstOf(long content)
    {
        var (low, high) = (0, contents.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = contents[middle] < content ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
