using System.Data.Common;
using Trellis.Groups.Matching;
using Trellis.Platform.Data;

namespace Trellis.Groups.Intake;

/// <summary>Where a postcode of the place lies.</summary>
internal sealed record Spot(string WardCode, string LsoaCode, string? Locality, int LatitudeMicro, int LongitudeMicro);

/// <summary>The place's postcodes, read once for a whole file.</summary>
internal sealed class Gazetteer(Dictionary<string, Spot> spots)
{
    /// <summary>No postcodes have come in, so nothing can be said to lie outside.</summary>
    public bool IsEmpty => spots.Count == 0;

    public static async Task<Gazetteer> Load(DbConnection connection, Guid placeId, CancellationToken stop)
    {
        var rows = await connection.Query(
            "SELECT postcode, ward_code, lsoa_code, locality, latitude_micro, longitude_micro FROM platform_postcode WHERE place_id = @place",
            row => (Postcode: row.GetString(0), Spot: new Spot(row.GetString(1), row.GetString(2), row.Text(3), row.GetInt32(4), row.GetInt32(5))),
            stop, ("place", placeId));
        return new(rows.ToDictionary(row => row.Postcode, row => row.Spot, StringComparer.Ordinal));
    }

    public Spot? Find(string? postcode) => postcode is null ? null : spots.GetValueOrDefault(postcode);

    /// <summary>What may be shown of a postcode that can be somebody's home.</summary>
    public static string? DistrictOf(string? postcode) => postcode is null ? null : Weigh.District(postcode);
}
