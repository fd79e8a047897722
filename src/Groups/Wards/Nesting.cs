using Trellis.Platform.Places;

namespace Trellis.Groups.Wards;

/// <summary>Which small areas make up a large one.</summary>
internal static class Nesting
{
    /// <summary>The wards of a locality; of a ward itself alone.</summary>
    public static IReadOnlyList<AreaName> WardsOf(this Gazetteer gazetteer, AreaName area) => area.Kind switch
    {
        AreaKind.Ward => [area],
        AreaKind.Locality => gazetteer.Within(area.Code, AreaKind.Ward),
        AreaKind.Borough => gazetteer.Of(AreaKind.Ward),
        _ => [],
    };

    public static IReadOnlyList<AreaName> LsoasOf(this Gazetteer gazetteer, AreaName area) => area.Kind is AreaKind.Lsoa
        ? [area]
        : [.. gazetteer.WardsOf(area).SelectMany(ward => gazetteer.Within(ward.Code, AreaKind.Lsoa))];

    /// <summary>A figure of each area: its own where there is one, else the sum of its wards' if all of them have one.</summary>
    public static IEnumerable<T> SumUp<T>(this Gazetteer gazetteer, AreaKind kind, IReadOnlyDictionary<string, long> figures, Func<AreaName, long, T> make)
    {
        foreach (var area in gazetteer.Of(kind))
        {
            if (figures.TryGetValue(area.Code, out var own))
            {
                yield return make(area, own);
            }
            else if (gazetteer.WardsOf(area) is { Count: > 0 } wards && wards.All(ward => figures.ContainsKey(ward.Code)))
            {
                yield return make(area, wards.Sum(ward => figures[ward.Code]));
            }
        }
    }
}
