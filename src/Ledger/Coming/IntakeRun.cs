using System.Data.Common;
using System.Runtime.CompilerServices;
using Trellis.Platform.Data;

namespace Trellis.Ledger.Coming;

/// <summary>The rows that one file brought have their ids in one run, so no index is needed to read them.</summary>
internal readonly record struct IntakeRun(int Intake, int First, int Last)
{
    /// <summary>How many rows it brought at most.</summary>
    public int Count => Last - First + 1;

    /// <summary>The ids and fingerprints of those that still stand.</summary>
    public async IAsyncEnumerable<(int Id, long Content)> Standing(DbConnection connection, string table, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var command = connection.Command(
            $"SELECT id, content FROM {table} WHERE id BETWEEN @first AND @last AND intake_id = @intake AND gone_on IS NULL", ("first", First), ("last", Last), ("intake", Intake));
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            yield return (rows.GetInt32(0), rows.GetInt64(1));
        }
    }
}
