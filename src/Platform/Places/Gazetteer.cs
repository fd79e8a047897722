using System.Data.Common;
using Trellis.Platform.Data;

namespace Trellis.Platform.Places;

/// <summary>The names, areas and postcodes of a place in memory, as they stood at one number of the stamp "places".</summary>
public sealed class Gazetteer
{
    private readonly Dictionary<(AreaKind Kind, string Code), AreaName> byCode;
    private readonly Dictionary<(AreaKind Kind, string Slug), AreaName> bySlug;
    private readonly ILookup<AreaKind, AreaName> byKind;

    public Gazetteer(long stamp, IReadOnlyList<AreaName> areas, Postcodes postcodes)
    {
        Stamp = stamp;
        Postcodes = postcodes;
        byKind = areas.OrderBy(area => area.Name, StringComparer.OrdinalIgnoreCase).ToLookup(area => area.Kind);
        byCode = areas.ToDictionary(area => (area.Kind, area.Code));
        bySlug = areas.ToDictionary(area => (area.Kind, area.Slug));
        Words = new(this);
    }

    public long Stamp { get; }

    public Postcodes Postcodes { get; }

    /// <summary>Which words of a sentence are the name of somewhere here.</summary>
    public PlaceWords Words { get; }

    /// <summary>All areas of the kind, by name.</summary>
    public IReadOnlyList<AreaName> Of(AreaKind kind) => [.. byKind[kind]];

    public AreaName? Find(AreaKind kind, string? code) => code is null ? null : byCode.GetValueOrDefault((kind, code));

    public AreaName? BySlug(AreaKind kind, string slug) => bySlug.GetValueOrDefault((kind, slug));

    /// <summary>The areas of a kind that lie in another: the wards of a locality, the LSOAs of a ward.</summary>
    public IReadOnlyList<AreaName> Within(string parentCode, AreaKind kind) => [.. byKind[kind].Where(area => area.ParentCode == parentCode)];

    internal static async Task<Gazetteer> Load(DbConnection connection, Guid placeId, CancellationToken stop)
    {
        var stamp = await connection.Value<long>("SELECT number FROM platform_stamp WHERE name = 'places'", stop);
        var areas = await connection.Query(
            "SELECT kind, code, name, slug, parent_code, latitude_micro, longitude_micro FROM platform_area WHERE place_id = @place",
            row => new AreaName(
                Enum.Parse<AreaKind>(row.GetString(0)), row.GetString(1), row.GetString(2), row.GetString(3), row.Text(4),
                Point.From((int?)row.Number(5), (int?)row.Number(6))),
            stop, ("place", placeId));
        return new(stamp, areas, await Postcodes.Load(connection, placeId, stop));
    }
}

/// <summary>An area without its boundary.</summary>
/// <param name="ParentCode">The area that holds it: a ward's locality, an LSOA's ward.</param>
public sealed record AreaName(AreaKind Kind, string Code, string Name, string Slug, string? ParentCode, Point? Middle)
{
    /// <summary>The address of its page; null where this kind of area has none.</summary>
    public string? Url => Kind switch
    {
        AreaKind.Ward => "/wards/" + Slug,
        AreaKind.Locality => "/localities/" + Slug,
        _ => null,
    };
}
