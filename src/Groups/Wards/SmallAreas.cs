using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;

namespace Trellis.Groups.Wards;

/// <summary>What is known of one LSOA.</summary>
internal sealed record SmallArea(string Code, long People, long? Score, long? Tenth);

internal static class SmallAreas
{
    /// <summary>The latest figures of every LSOA.</summary>
    public static async Task<IReadOnlyDictionary<string, SmallArea>> Read(Db db, Guid placeId, CancellationToken stop)
    {
        string[] wanted = [Figures.Population, Figures.DeprivationScore, Figures.DeprivationTenth];
        var rows = await db.AreaFigures(placeId).Where(figure => wanted.Contains(figure.Measure))
            .Join(db.Areas(placeId).Where(area => area.Kind == AreaKind.Lsoa), figure => figure.AreaCode, area => area.Code, (figure, _) => figure)
            .OrderBy(figure => figure.Period)
            .Select(figure => new { figure.AreaCode, figure.Measure, figure.Value }).ToListAsync(stop);
        return rows.GroupBy(row => row.AreaCode).ToDictionary(group => group.Key, group =>
        {
            long? Latest(string measure) => group.LastOrDefault(row => row.Measure == measure)?.Value;
            return new SmallArea(group.Key, Latest(Figures.Population) ?? 0, Latest(Figures.DeprivationScore), Latest(Figures.DeprivationTenth));
        });
    }

    /// <summary>One value for the place and one for each area, from the LSOAs that lie in it; areas of which nothing is known are left out.</summary>
    public static IReadOnlyList<MeasureValue> Measure(
        Gazetteer gazetteer, AreaKind kind, IReadOnlyDictionary<string, SmallArea> lsoas, Func<IReadOnlyCollection<SmallArea>, long?> figure)
    {
        var values = new List<MeasureValue>();
        if (figure([.. lsoas.Values]) is { } whole)
        {
            values.Add(new(null, whole, null));
        }

        foreach (var area in gazetteer.Of(kind))
        {
            IReadOnlyCollection<SmallArea> within = [.. gazetteer.LsoasOf(area).Select(lsoa => lsoas.GetValueOrDefault(lsoa.Code)).OfType<SmallArea>()];
            if (figure(within) is { } value)
            {
                values.Add(new(area.Code, value, area.Url));
            }
        }

        return values;
    }
}
