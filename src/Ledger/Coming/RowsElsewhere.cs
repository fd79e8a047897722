using System.Data.Common;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;

namespace Trellis.Ledger.Coming;

/// <summary>
/// The payments that other sources of the place have brought, by their fingerprints: twelve bytes each. A file that is brought under another name, or a list of a
/// year that holds a quarter which is in already, would else be counted twice without a word.
/// </summary>
internal sealed class RowsElsewhere
{
    private readonly long[] contents;
    private readonly int[] sources;
    private readonly List<string> fileNames;
    private readonly long[] met;

    private RowsElsewhere(long[] contents, int[] sources, List<string> fileNames)
    {
        Array.Sort(contents, sources);
        (this.contents, this.sources, this.fileNames, met) = (contents, sources, fileNames, new long[fileNames.Count]);
    }

    public static async Task<RowsElsewhere> Read(DbConnection connection, Guid placeId, Guid sourceId, CancellationToken stop)
    {
        var intakes = await connection.Query(
            """
            SELECT i.id, i.first_id, i.last_id, s.file_name FROM ledger_intake i JOIN platform_source s ON s.id = i.source_id
            WHERE i.place_id = @place AND i.source_id <> @source ORDER BY i.id
            """,
            row => (Rows: new IntakeRun(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2)), FileName: row.GetString(3)), stop, ("place", placeId), ("source", sourceId));
        List<string> fileNames = [.. intakes.Select(intake => intake.FileName).Distinct()];
        var most = intakes.Sum(intake => intake.Rows.Count);
        var (contents, sources, count) = (new long[most], new int[most], 0);
        foreach (var intake in intakes)
        {
            var source = fileNames.IndexOf(intake.FileName);
            await foreach (var (_, content) in intake.Rows.Standing(connection, "ledger_payment", stop))
            {
                (contents[count], sources[count]) = (content, source);
                count++;
            }
        }

        return new(contents[..count], sources[..count], fileNames);
    }

    /// <summary>Notes a new row, should another source have one like it.</summary>
    public void Meet(long content)
    {
        if (Array.BinarySearch(contents, content) is var at and >= 0)
        {
            met[sources[at]]++;
        }
    }

    /// <summary>Says of each other list how many of its rows this file has too.</summary>
    public void Tell(ImportRun run)
    {
        for (var source = 0; source < met.Length; source++)
        {
            if (met[source] > 0)
            {
                run.Report.Add(new()
                {
                    Id = Guid.CreateVersion7(run.Now),
                    ImportId = run.Id,
                    Severity = Severity.Warning,
                    Wrong = $"{met[source]:N0} of these payments are in already, from {fileNames[source]}: the same payer, payee, day, amount and number.",
                    Done = "Came in, and are counted twice. If this file is a newer edition of that one, take it back and bring it in as its edition",
                });
            }
        }
    }
}
