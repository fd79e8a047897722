using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Trellis.Platform.Data;

namespace Trellis.Platform.Confidential;

/// <summary>Looks whether each confidential text opens in its own place, and names those that were altered or moved; it never says what stands in them.</summary>
[SuppressMessage("Security", "CA2100", Justification = "Names of tables and columns are written in the parts.")]
internal sealed class SealedTextsHold(KeyFile file, KeyRing ring, IEnumerable<SealedColumn> columns) : ICheck
{
    public string What => "What is confidential can be opened, and nobody has altered it";

    public async Task<IReadOnlyList<string>> Faults(DbConnection connection, CancellationToken stop)
    {
        if (await ring.Trouble(connection, stop) is { } trouble)
        {
            return [trouble];
        }

        var faults = file.IsOpenToOthers ? new List<string> { $"Others on this machine can read {file.Path}. Take their right away: chmod 600 {file.Path}" } : [];
        var keys = (await file.Read(stop)).ToDictionary(key => key.Id);
        foreach (var column in columns)
        {
            var rows = await connection.Query($"SELECT id, {column.Column} FROM {column.Table}", row => (Id: row.GetGuid(0), Text: row.GetString(1)), stop);
            faults.AddRange(rows.Where(row => !Opens(row.Text, keys, column, row.Id)).Select(row => $"The confidential text {row.Id} in {column.Table} does not open: it was altered or moved, or its key is gone."));
        }

        return faults;
    }

    private static bool Opens(string text, Dictionary<string, ConfidentialKey> keys, SealedColumn column, Guid id) =>
        Cipher.KeyOf(text) is { } name && keys.TryGetValue(name, out var key) && Cipher.Open(text, key, column, id) is not null;
}
