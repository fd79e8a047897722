using Trellis.Platform.Measures;
using Trellis.Platform.Places;

namespace Trellis.Groups.Wards;

/// <summary>Every measure that any part of the product knows, side by side for all areas of a kind.</summary>
internal sealed class CompareAreas(MeasureAreas measures, Gazetteers gazetteers)
{
    public async Task<Comparison> Handle(Place place, AreaKind kind, CancellationToken stop) =>
        new(kind, (await gazetteers.Of(place.Id, stop)).Of(kind), await measures.Read(place, kind, stop));
}

/// <summary>One measure of all areas.</summary>
internal sealed record MeasureColumn(IMeasure Measure, MeasureValue? Whole, IReadOnlyDictionary<string, MeasureValue> Values)
{
    public bool IsMoney => Measure.Unit is Unit.Pence or Unit.PencePerHead;

    public MeasureValue? Of(AreaName area) => Values.GetValueOrDefault(area.Code);

    public string Write(MeasureValue value) => MeasureText.Write(Measure.Unit, value.Value);

    public string Write(long value) => MeasureText.Write(Measure.Unit, value);
}

/// <summary>A table of areas and what is known of them.</summary>
internal sealed record Comparison(AreaKind Kind, IReadOnlyList<AreaName> Areas, IReadOnlyList<MeasureColumn> Columns)
{
    /// <summary>The measure with this name in the address; null where there is none.</summary>
    public MeasureColumn? Column(string? key) => Columns.FirstOrDefault(column => column.Measure.Key == key);

    /// <summary>By a measure, the most first or the least first; equals by name, and areas of which it is not known always last.</summary>
    public IReadOnlyList<AreaName> By(MeasureColumn? column, bool leastFirst)
    {
        if (column is null)
        {
            return leastFirst ? Areas : [.. Areas.Reverse()];
        }

        var known = Areas.Where(area => column.Of(area) is not null);
        var sorted = leastFirst ? known.OrderBy(area => column.Of(area)!.Value) : known.OrderByDescending(area => column.Of(area)!.Value);
        return [.. sorted.ThenBy(area => area.Name, StringComparer.OrdinalIgnoreCase), .. Areas.Where(area => column.Of(area) is null)];
    }

    /// <summary>The areas with the most and with the least; more than one where they are equal.</summary>
    public (IReadOnlyList<AreaName> Most, IReadOnlyList<AreaName> Least) Ends(MeasureColumn column)
    {
        var known = Areas.Where(area => column.Of(area) is not null).ToList();
        if (known.Count < 2)
        {
            return ([], []);
        }

        var (most, least) = (known.Max(area => column.Of(area)!.Value), known.Min(area => column.Of(area)!.Value));
        return ([.. known.Where(area => column.Of(area)!.Value == most)], [.. known.Where(area => column.Of(area)!.Value == least)]);
    }
}
