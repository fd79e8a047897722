using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Data;

namespace Trellis.Groups.Confirming;

/// <summary>Narrows the search by the year in which a group last confirmed its entry; two unanswered askings show as not confirmed.</summary>
internal sealed class LastConfirmed(Database database, TimeProvider clock) : IGroupFacet
{
    public string Key => "confirmed";

    public string Title => "Last confirmed";

    public string Stamp => "groups";

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> Read(Guid placeId, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.Open(stop);
        var confirmed = await connection.Query(
            "SELECT id, confirmed_at FROM groups_organisation WHERE place_id = @place AND is_listed AND confirmed_at IS NOT NULL",
            row => (Group: row.GetGuid(0), At: row.Instant(1)), stop, ("place", placeId));
        var asked = await connection.Query(
            """
            SELECT asked.organisation_id, asked.asked_at, asked.unanswered FROM groups_freshness asked JOIN groups_organisation about ON about.id = asked.organisation_id
            WHERE about.place_id = @place AND about.is_listed AND asked.asked_at IS NOT NULL AND asked.unanswered >= @many
            """,
            row => new Freshness { OrganisationId = row.GetGuid(0), AskedAt = row.Instant(1), Unanswered = row.GetInt32(2) }, stop, ("place", placeId), ("many", Freshness.TooMany));
        var found = confirmed.ToDictionary(one => one.Group, IReadOnlyList<string> (one) => [one.At.Year.ToString()]);
        foreach (var freshness in asked.Where(one => one.IsSilent(now)))
        {
            found[freshness.OrganisationId] = ["Not confirmed"];
        }

        return found;
    }
}
