using System.Data.Common;
using Trellis.Platform.Data;

namespace Trellis.Platform.Places.Import;

/// <summary>Which area holds which, as most of their postcodes say: a ward's locality, an LSOA's ward.</summary>
internal static class AreaParents
{
    /// <summary>Sets what differs and returns how many areas that were.</summary>
    public static async Task<int> Settle(DbConnection connection, Guid placeId, CancellationToken stop)
    {
        var areas = await connection.Query(
            "SELECT kind, code, name, parent_code FROM platform_area WHERE place_id = @place",
            row => (Kind: row.GetString(0), Code: row.GetString(1), Name: row.GetString(2), Parent: row.Text(3)), stop, ("place", placeId));
        var localities = areas.Where(area => area.Kind == nameof(AreaKind.Locality)).ToLookup(area => area.Name, area => area.Code, StringComparer.OrdinalIgnoreCase);
        var wards = await Most(connection, placeId, "ward_code", "locality", stop);
        var lsoas = await Most(connection, placeId, "lsoa_code", "ward_code", stop);

        var changed = 0;
        foreach (var area in areas)
        {
            var parent = area.Kind switch
            {
                nameof(AreaKind.Ward) => wards.TryGetValue(area.Code, out var locality) ? localities[locality].FirstOrDefault() : null,
                nameof(AreaKind.Lsoa) => lsoas.GetValueOrDefault(area.Code),
                _ => null,
            };
            if (parent is not null && parent != area.Parent)
            {
                changed += await connection.Execute(
                    "UPDATE platform_area SET parent_code = @parent WHERE place_id = @place AND kind = @kind AND code = @code",
                    stop, ("parent", parent), ("place", placeId), ("kind", area.Kind), ("code", area.Code));
            }
        }

        return changed;
    }

    /// <summary>For each value of the one column the value of the other that most postcodes have; of equals the first by name.</summary>
    private static async Task<Dictionary<string, string>> Most(DbConnection connection, Guid placeId, string of, string by, CancellationToken stop)
    {
        var counts = await connection.Query(
            $"SELECT {of}, {by}, count(*) FROM platform_postcode WHERE place_id = @place AND {by} IS NOT NULL GROUP BY {of}, {by}",
            row => (Of: row.GetString(0), By: row.GetString(1), Count: row.GetInt64(2)), stop, ("place", placeId));
        return counts.GroupBy(row => row.Of).ToDictionary(
            group => group.Key, group => group.OrderByDescending(row => row.Count).ThenBy(row => row.By, StringComparer.Ordinal).First().By);
    }
}
