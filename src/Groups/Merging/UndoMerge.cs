using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;

namespace Trellis.Groups.Merging;

/// <summary>Makes two organisations again of one that was merged: exactly what moved then moves back; what came later stays where it came.</summary>
internal sealed class UndoMerge(Change change)
{
    public Task<Result<Guid>> Handle(Guid placeId, Guid mergeId, string byWhom, CancellationToken stop) =>
        change.Do(placeId, desk => Undo(desk, mergeId, byWhom, stop), stop);

    private static async Task<Result<Guid>> Undo(Change.Desk desk, Guid mergeId, string byWhom, CancellationToken stop)
    {
        var merges = await desk.Connection.Query(
            "SELECT kept_id, merged_id FROM groups_merge WHERE id = @id AND place_id = @place AND undone_at IS NULL",
            row => (Kept: row.GetGuid(0), Merged: row.GetGuid(1)), stop, ("id", mergeId), ("place", desk.PlaceId));
        if (merges is not [var merge])
        {
            return new Problem("", "This merge has been undone already, or was never made.");
        }

        var keptIsPart = await desk.Connection.Value<long>(
            "SELECT COUNT(*) FROM groups_organisation WHERE id = @id AND merged_into_id IS NOT NULL", stop, ("id", merge.Kept)) > 0;
        if (keptIsPart)
        {
            return new Problem("", "The group has since become part of another. Undo that merge first.");
        }

        foreach (var mover in Change.Movers(desk))
        {
            await Return(desk, mergeId, mover, merge, stop);
        }

        await Change.MoveFiles(desk, merge.Kept, merge.Merged, stop);
        await desk.Connection.Execute("UPDATE groups_organisation SET merged_into_id = NULL WHERE id = @id", stop, ("id", merge.Merged));
        await desk.Connection.Execute("DELETE FROM groups_identifier WHERE organisation_id = @id", stop, ("id", merge.Kept));
        await Change.Compose(desk, [merge.Kept, merge.Merged], stop);
        await desk.Connection.Execute(
            "UPDATE groups_merge SET undone_at = @at, undone_by = @by WHERE id = @id", stop, ("at", desk.Now.UtcDateTime), ("by", byWhom), ("id", mergeId));
        await desk.Connection.Execute(
            """
            UPDATE groups_likeness SET decision = @different, decided_at = @at, decided_by = @by WHERE decision = @same AND organisation_id = @kept
            AND source_record_id IN (SELECT id FROM groups_source_record WHERE organisation_id = @merged)
            """,
            stop, ("different", nameof(Decision.Different)), ("same", nameof(Decision.Same)), ("at", desk.Now.UtcDateTime), ("by", byWhom), ("kept", merge.Kept), ("merged", merge.Merged));
        desk.Deeds.Add(new(nameof(Merge), mergeId, desk.PlaceId, DeedKind.Removed, []));
        return merge.Merged;
    }

    private static Task<int> Return(Change.Desk desk, Guid merge, MergeFollower mover, (Guid Kept, Guid Merged) were, CancellationToken stop) => desk.Connection.Execute(
        $"""
        UPDATE {mover.Table} SET {mover.Column} = @to{mover.AndVersion}
        WHERE {mover.Column} = @from AND {mover.Key} IN (SELECT item_id FROM groups_merge_item WHERE merge_id = @merge AND kind = @kind)
        """,
        stop, ("to", were.Merged), ("from", were.Kept), ("merge", merge), ("kind", mover.Kind));
}
