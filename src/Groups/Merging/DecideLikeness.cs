using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Groups.Merging;

/// <summary>Says of two that look alike whether they are the same; "different" is remembered and not asked again.</summary>
internal sealed class DecideLikeness(Change change)
{
    public Task<Result<Guid>> Handle(Guid placeId, Guid likenessId, Decision decision, string byWhom, CancellationToken stop) =>
        change.Do(placeId, desk => Decide(desk, likenessId, decision, byWhom, stop), stop);

    private static async Task<Result<Guid>> Decide(Change.Desk desk, Guid likenessId, Decision decision, string byWhom, CancellationToken stop)
    {
        var found = await desk.Connection.Query(
            """
            SELECT likeness.organisation_id, record.organisation_id, likeness.reasons FROM groups_likeness likeness
            JOIN groups_source_record record ON record.id = likeness.source_record_id WHERE likeness.id = @id
            """,
            row => (Like: row.GetGuid(0), Own: row.GetGuid(1), Reasons: row.GetString(2)), stop, ("id", likenessId));
        if (found is not [var pair])
        {
            return new Problem("", "There is no such question.");
        }

        await desk.Connection.Execute(
            "UPDATE groups_likeness SET decision = @decision, decided_at = @at, decided_by = @by WHERE id = @id", stop,
            ("decision", decision.ToString()), ("at", desk.Now.UtcDateTime), ("by", byWhom), ("id", likenessId));
        return decision == Decision.Same && pair.Like != pair.Own
            ? await MergeOrganisations.Merge(desk, new(desk.PlaceId, pair.Like, pair.Own, byWhom, pair.Reasons), stop)
            : likenessId;
    }
}
