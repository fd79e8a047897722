using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Trellis.Platform.Data;

namespace Trellis.Platform.Documents;

/// <summary>Looks whether each file is there, is as it was when it was kept, and belongs to something.</summary>
[SuppressMessage("Security", "CA2100", Justification = "Names of tables and columns are written where the parts register them.")]
internal sealed class FilesHold(IEnumerable<FileHolder> holders) : ICheck
{
    private const int Most = 100;

    public string What => "Every document is there, unchanged, and belongs to something";

    public async Task<IReadOnlyList<string>> Faults(DbConnection connection, CancellationToken stop)
    {
        var files = await connection.Query("SELECT id, bytes, sha256 FROM platform_file ORDER BY id", row => (Id: row.GetGuid(0), Bytes: row.GetInt64(1), Hash: row.GetString(2)), stop);
        var faults = new List<string>();
        foreach (var (id, bytes, hash) in files)
        {
            var content = await connection.Value<byte[]>("SELECT content FROM platform_file_content WHERE file_id = @id", stop, ("id", id));
            if (content is null)
            {
                faults.Add($"The content of the document {id} is missing.");
            }
            else if (content.Length != bytes || Convert.ToHexStringLower(SHA256.HashData(content)) != hash)
            {
                faults.Add($"The document {id} is not as it was when it was added.");
            }
        }

        faults.AddRange(await Orphans(connection, stop));
        return [.. faults.Take(Most)];
    }

    private Task<List<string>> Orphans(DbConnection connection, CancellationToken stop) => connection.Query(
        $"""
        SELECT 'The document ' || id || ' belongs to nothing.' FROM platform_file
        WHERE 1 = 1{string.Concat(holders.Select(holder => $" AND NOT EXISTS (SELECT 1 FROM {holder.Table} WHERE {holder.Table}.{holder.Column} = platform_file.id)"))}
        UNION ALL
        SELECT 'The content ' || file_id || ' belongs to no document.' FROM platform_file_content WHERE NOT EXISTS (SELECT 1 FROM platform_file WHERE platform_file.id = platform_file_content.file_id)
        """,
        row => row.GetString(0), stop);
}
