using System.Collections.Concurrent;
using Trellis.Platform.Data;

namespace Trellis.Groups.Wards;

/// <summary>How many listed organisations have their address in each ward, counted again when organisations have changed.</summary>
internal sealed class GroupCounts(Database database, Stamps stamps)
{
    private readonly ConcurrentDictionary<Guid, (long Stamp, IReadOnlyDictionary<string, long> Counts)> known = [];

    public async Task<IReadOnlyDictionary<string, long>> ByWard(Guid placeId, CancellationToken stop)
    {
        var stamp = await stamps.Read("groups", stop);
        if (known.TryGetValue(placeId, out var held) && held.Stamp == stamp)
        {
            return held.Counts;
        }

        await using var connection = await database.Open(stop);
        var rows = await connection.Query(
            "SELECT ward_code, count(*) FROM groups_organisation WHERE place_id = @place AND is_listed = @yes AND ward_code IS NOT NULL GROUP BY ward_code",
            row => (Ward: row.GetString(0), Count: row.GetInt64(1)), stop, ("place", placeId), ("yes", true));
        var counts = rows.ToDictionary(row => row.Ward, row => row.Count);
        known[placeId] = (stamp, counts);
        return counts;
    }
}
