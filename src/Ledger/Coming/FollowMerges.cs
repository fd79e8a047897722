using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Trellis.Platform.Data;

namespace Trellis.Ledger.Coming;

/// <summary>Money follows an organisation into the one that it was merged into, and goes back with it where the merge is undone.</summary>
[SuppressMessage("Security", "CA2100", Justification = "Table names are ours.")]
internal static class FollowMerges
{
    private static readonly string[] Tables = ["ledger_funder", "ledger_recipient"];

    /// <summary>True where any funder or recipient moved.</summary>
    public static async Task<bool> Handle(DbConnection connection, Guid placeId, CancellationToken stop)
    {
        var into = (await connection.Query(
            "SELECT id, merged_into_id FROM groups_organisation WHERE place_id = @place AND merged_into_id IS NOT NULL",
            row => (Merged: row.GetGuid(0), Kept: row.GetGuid(1)), stop, ("place", placeId))).ToDictionary(merge => merge.Merged, merge => merge.Kept);
        var moved = false;
        foreach (var table in Tables)
        {
            foreach (var (id, joined, own) in await Concerned(connection, table, placeId, stop))
            {
                var kept = own;
                while (into.TryGetValue(kept, out var next))
                {
                    kept = next;
                }

                if (kept != joined)
                {
                    await connection.Execute(
                        $"UPDATE {table} SET organisation_id = @kept, merged_from = @own WHERE id = @id", stop,
                        ("kept", kept), ("own", kept == own ? null : own), ("id", id));
                    moved = true;
                }
            }
        }

        return moved;
    }

    /// <summary>Those joined to an organisation that is part of another now, and those that were carried along before; each with the organisation of its own.</summary>
    private static Task<List<(int Id, Guid Joined, Guid Own)>> Concerned(DbConnection connection, string table, Guid placeId, CancellationToken stop) => connection.Query(
        $"""
        SELECT id, organisation_id, COALESCE(merged_from, organisation_id) FROM {table}
        WHERE place_id = @place AND organisation_id IS NOT NULL
            AND (merged_from IS NOT NULL OR organisation_id IN (SELECT id FROM groups_organisation WHERE place_id = @place AND merged_into_id IS NOT NULL))
        """,
        row => (row.GetInt32(0), row.GetGuid(1), row.GetGuid(2)), stop, ("place", placeId));
}
