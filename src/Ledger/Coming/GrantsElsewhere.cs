using System.Data.Common;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;

namespace Trellis.Ledger.Coming;

/// <summary>Which grants that are counted from another source's file stand in this source's file too: should that other one drop them, they are counted from here.</summary>
internal sealed class GrantsElsewhere
{
    private const int BatchSize = 500;

    private readonly HashSet<int> known;
    private readonly HashSet<int> met = [];
    private readonly List<(int Grant, int Intake, int Row, string? Sheet)> news = [];

    private GrantsElsewhere(HashSet<int> known) => this.known = known;

    /// <summary>Reads what earlier files of the source had.</summary>
    public static async Task<GrantsElsewhere> Read(DbConnection connection, Guid sourceId, CancellationToken stop) => new([.. await connection.Query(
        "SELECT grant_id FROM ledger_grant_elsewhere WHERE intake_id IN (SELECT id FROM ledger_intake WHERE source_id = @source)",
        row => row.GetInt32(0), stop, ("source", sourceId))]);

    /// <summary>Notes that this file has the grant.</summary>
    public void Meet(int id, Awarded grant, IntakeNumbers numbers)
    {
        if (met.Add(id) && !known.Contains(id))
        {
            news.Add((id, numbers.IntakeForUpdates(), grant.Row, grant.Sheet));
        }
    }

    /// <summary>Writes what is new, and forgets what the file no longer has.</summary>
    public async Task Save(ImportRun run, CancellationToken stop)
    {
        await using (var bulk = await Bulk.Into(run.Connection, "ledger_grant_elsewhere", ["grant_id", "intake_id", "row", "sheet"], stop))
        {
            foreach (var (grant, intake, row, sheet) in news)
            {
                bulk.Add(grant, intake, row, sheet);
            }

            await bulk.Complete(stop);
        }

        foreach (var batch in known.Except(met).Chunk(BatchSize))
        {
            await run.Connection.Execute(
                $"DELETE FROM ledger_grant_elsewhere WHERE grant_id IN ({List(batch)}) AND intake_id IN (SELECT id FROM ledger_intake WHERE source_id = @source)",
                stop, ("source", run.Source.Id));
        }
    }

    /// <summary>Forgets all that the source's files had, since the list was taken back.</summary>
    public static Task Forget(DbConnection connection, Guid sourceId, CancellationToken stop) => connection.Execute(
        "DELETE FROM ledger_grant_elsewhere WHERE intake_id IN (SELECT id FROM ledger_intake WHERE source_id = @source)", stop, ("source", sourceId));

    /// <summary>
    /// Counts grants, which their own file no longer has, from the other file that has them. What was read stands until that file comes in again:
    /// its fingerprint is taken away, so that it is then read anew.
    /// </summary>
    /// <returns>Those that no other file has.</returns>
    public static async Task<IReadOnlyList<int>> HandOver(DbConnection connection, IEnumerable<int> ids, CancellationToken stop)
    {
        List<int> left = [];
        foreach (var batch in ids.Chunk(BatchSize))
        {
            var found = await connection.Query(
                $"SELECT grant_id, MIN(intake_id) FROM ledger_grant_elsewhere WHERE grant_id IN ({List(batch)}) GROUP BY grant_id", row => (Grant: row.GetInt32(0), Intake: row.GetInt32(1)), stop);
            foreach (var (grant, intake) in found)
            {
                await connection.Execute(
                    """
                    UPDATE ledger_grant SET content = 0, intake_id = @intake,
                        row = (SELECT e.row FROM ledger_grant_elsewhere e WHERE e.grant_id = @grant AND e.intake_id = @intake),
                        sheet = (SELECT e.sheet FROM ledger_grant_elsewhere e WHERE e.grant_id = @grant AND e.intake_id = @intake)
                    WHERE id = @grant
                    """,
                    stop, ("intake", intake), ("grant", grant));
                await connection.Execute("DELETE FROM ledger_grant_elsewhere WHERE grant_id = @grant AND intake_id = @intake", stop, ("grant", grant), ("intake", intake));
            }

            left.AddRange(batch.Except(found.Select(one => one.Grant)));
        }

        return left;
    }

    private static string List(IEnumerable<int> ids) => string.Join(',', ids); // whole numbers of our own
}
