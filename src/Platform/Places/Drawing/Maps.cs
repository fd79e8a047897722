using System.Collections.Concurrent;
using Trellis.Platform.Data;

namespace Trellis.Platform.Places.Drawing;

/// <summary>Makes maps of a place from its own boundaries; the drawn outlines are kept until an area changes.</summary>
public sealed class Maps(Database database, Gazetteers gazetteers)
{
    private readonly ConcurrentDictionary<(Guid Place, AreaKind Kind, string? Within), Kept> kept = [];

    /// <param name="Stamp">Of the gazetteer it was made from.</param>
    /// <param name="Areas">With nothing said of them but where their pages are.</param>
    private sealed record Kept(long Stamp, MapSheet Sheet, IReadOnlyList<AreaShape> Areas, IReadOnlyList<AreaShape> Surroundings);

    /// <summary>A map of all areas of a kind.</summary>
    /// <param name="title">See <see cref="AreaMap"/>.</param>
    /// <param name="description">See <see cref="AreaMap"/>.</param>
    /// <param name="areas">What to say of each area; null draws them all with links to their pages.</param>
    /// <param name="within">Only this area and those that lie in it, as large as they fit: the LSOAs of a ward, the wards of a locality.</param>
    public async Task<AreaMap> Of(
        Guid placeId, AreaKind kind, string title, string description, IReadOnlyList<AreaShape>? areas, CancellationToken stop, string? within = null)
    {
        var map = await Keep(placeId, kind, within, stop);
        return new(title, description) { Areas = areas ?? map.Areas, Sheet = map.Sheet, Surroundings = map.Surroundings };
    }

    /// <summary>The codes of the areas of the same kind that share a stretch of border with this one.</summary>
    public async Task<IReadOnlyList<string>> Neighbours(Guid placeId, AreaKind kind, string code, CancellationToken stop)
    {
        var map = await Keep(placeId, kind, null, stop);
        return map.Sheet.Neighbours.GetValueOrDefault(code, []);
    }

    private async Task<Kept> Keep(Guid placeId, AreaKind kind, string? within, CancellationToken stop)
    {
        var gazetteer = await gazetteers.Of(placeId, stop);
        var key = (placeId, kind, within);
        if (kept.TryGetValue(key, out var held) && held.Stamp == gazetteer.Stamp)
        {
            return held;
        }

        var sheet = await Draw(placeId, kind, within, gazetteer, stop);
        var around = sheet.Around.Select(code => gazetteer.Find(kind, code)).OfType<AreaName>();
        return kept[key] = new(gazetteer.Stamp, sheet, Shapes(within is null ? gazetteer.Of(kind) : gazetteer.Within(within, kind)), Shapes(around));
    }

    private static AreaShape[] Shapes(IEnumerable<AreaName> areas) => [.. areas.Select(area => new AreaShape(area.Code, area.Name, Url: area.Url))];

    private async Task<MapSheet> Draw(Guid placeId, AreaKind kind, string? within, Gazetteer gazetteer, CancellationToken stop)
    {
        var all = await Outlines(placeId, kind, null, stop);
        var sheet = within is null ? MapSheet.Draw(all) : MapSheet.Draw(Inside(all, gazetteer, kind, within), kind == AreaKind.Ward ? all : null);
        return within is not null && kind == AreaKind.Lsoa
            ? sheet.Framed((await Outlines(placeId, AreaKind.Ward, within, stop)).GetValueOrDefault(within))
            : sheet;
    }

    private static Dictionary<string, Outline> Inside(Dictionary<string, Outline> all, Gazetteer gazetteer, AreaKind kind, string within) =>
        all.Where(pair => pair.Key == within || gazetteer.Find(kind, pair.Key)?.ParentCode == within).ToDictionary();

    private async Task<Dictionary<string, Outline>> Outlines(Guid placeId, AreaKind kind, string? code, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var rows = await connection.Query(
            "SELECT code, boundary FROM platform_area WHERE place_id = @place AND kind = @kind AND boundary IS NOT NULL" + (code is null ? "" : " AND code = @code"),
            row => (Code: row.GetString(0), Outline: Outline.Read(row.GetString(1)).Outline), stop, ("place", placeId), ("kind", kind.ToString()), ("code", code));
        return rows.Where(row => row.Outline is not null).ToDictionary(row => row.Code, row => row.Outline!);
    }
}
