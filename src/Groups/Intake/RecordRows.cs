using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Trellis.Platform.Data;

namespace Trellis.Groups.Intake;

/// <summary>A record of the source as an earlier import left it.</summary>
internal sealed record KnownRecord(Guid Id, Guid? OrganisationId, long Content, bool IsGone);

/// <summary>A record to be written.</summary>
internal sealed record RecordToWrite(
    Guid Id, string Key, Guid? OrganisationId, string Said, string Raw, string? Sheet, long Row, long Content, string? MatchedBy, string? Reason);

/// <summary>Reads and writes the source records of one data set.</summary>
internal sealed class RecordRows(DbConnection connection, Guid sourceId, Guid importId)
{
    private static readonly string[] Columns =
    [
        "id", "source_id", "key", "organisation_id", "said", "raw", "sheet", "row", "content", "first_import_id", "last_import_id", "matched_by", "reason", "version",
    ];

    public async Task<Dictionary<string, KnownRecord>> Read(CancellationToken stop)
    {
        var records = await connection.Query(
            "SELECT key, id, organisation_id, content, gone_on FROM groups_source_record WHERE source_id = @source",
            row => (Key: row.GetString(0), Record: new KnownRecord(row.GetGuid(1), row.IsDBNull(2) ? null : row.GetGuid(2), row.GetInt64(3), !row.IsDBNull(4))),
            stop, ("source", sourceId));
        return records.ToDictionary(record => record.Key, record => record.Record, StringComparer.Ordinal);
    }

    public async Task Add(IEnumerable<RecordToWrite> records, CancellationToken stop)
    {
        await using var rows = await Bulk.Into(connection, "groups_source_record", Columns, stop);
        foreach (var record in records)
        {
            rows.Add(
                record.Id, sourceId, record.Key, record.OrganisationId, record.Said, record.Raw, record.Sheet, record.Row, record.Content,
                importId, importId, record.MatchedBy, record.Reason, 0);
        }

        await rows.Complete(stop);
    }

    public async Task Update(IEnumerable<RecordToWrite> records, CancellationToken stop)
    {
        await using var updating = new Repeated(
            connection,
            """
            UPDATE groups_source_record SET said = @said, raw = @raw, sheet = @sheet, row = @row, content = @content, organisation_id = @organisation,
                last_import_id = @import, gone_on = NULL, is_withdrawn = @no, version = version + 1 WHERE id = @id
            """,
            "said", "raw", "sheet", "row", "content", "organisation", "import", "no", "id");
        foreach (var record in records)
        {
            await updating.Run(stop, record.Said, record.Raw, record.Sheet, record.Row, record.Content, record.OrganisationId, importId, false, record.Id);
        }

        await updating.Complete(stop);
    }

    public async Task MarkGone(IEnumerable<KnownRecord> records, DateOnly day, CancellationToken stop)
    {
        await using var marking = new Repeated(
            connection, "UPDATE groups_source_record SET gone_on = @day, last_import_id = @import, version = version + 1 WHERE id = @id", "day", "import", "id");
        foreach (var record in records)
        {
            await marking.Run(stop, day, importId, record.Id);
        }

        await marking.Complete(stop);
    }

    /// <summary>A fingerprint of what is said and of the row as it came.</summary>
    public static long ContentOf(string said, string raw) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(said + "\n" + raw)));
}
