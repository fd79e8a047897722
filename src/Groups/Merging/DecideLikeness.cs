using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;

namespace Trellis.Groups.Merging;

/// <summary>Says of two that look alike whether they are the same; "different" is remembered and not asked again, until somebody takes that back.</summary>
internal sealed class DecideLikeness(Change change)
{
    public Task<Result<Guid>> Handle(Guid placeId, Guid likenessId, Decision decision, string byWhom, CancellationToken stop) =>
        change.Do(placeId, desk => Decide(desk, likenessId, decision, byWhom, stop), stop);

    private static async Task<Result<Guid>> Decide(Change.Desk desk, Guid likenessId, Decision decision, string byWhom, CancellationToken stop)
    {
        var found = await desk.Connection.Query(
            """
            SELECT likeness.organisation_id, record.organisation_id, likeness.reasons, likeness.decision FROM groups_likeness likeness
            JOIN groups_source_record record ON record.id = likeness.source_record_id
            JOIN groups_organisation own ON own.id = record.organisation_id AND own.place_id = @place
            WHERE likeness.id = @id
            """,
            row => (Like: row.GetGuid(0), Own: row.GetGuid(1), Reasons: row.GetString(2), Decision: Enum.Parse<Decision>(row.GetString(3))), stop, ("id", likenessId), ("place", desk.PlaceId));
        if (found is not [var pair])
        {
            return new Problem("", "There is no such question.");
        }

        if (pair.Decision == decision)
        {
            return likenessId; // two pressed the same button
        }

        if (pair.Decision == Decision.Same || (pair.Decision == Decision.Different && decision == Decision.Same))
        {
            return new Problem("", "Somebody else has decided this meanwhile. It stands under Decided lately, where it can be taken back.");
        }

        desk.Deeds.Add(new(nameof(Likeness), likenessId, desk.PlaceId, DeedKind.Changed, [nameof(Likeness.Decision)]));
        await desk.Connection.Execute(
            "UPDATE groups_likeness SET decision = @decision, decided_at = @at, decided_by = @by WHERE id = @id", stop,
            ("decision", decision.ToString()), ("at", desk.Now.UtcDateTime), ("by", byWhom), ("id", likenessId));
        return decision == Decision.Same && pair.Like != pair.Own
            ? await MergeOrganisations.Merge(desk, new(desk.PlaceId, pair.Like, pair.Own, byWhom, pair.Reasons), stop)
            : likenessId;
    }
}
