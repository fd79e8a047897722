using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;

namespace Trellis.Groups.Wards;

/// <summary>The comparison of wards and localities as a file to take away.</summary>
internal sealed class DownloadAreas(Db db)
{
    /// <summary>One area and the comparison it stands in.</summary>
    public sealed record Line(Comparison Comparison, AreaName Area);

    public async Task<Download<Line>> Handle(Place place, IReadOnlyList<Line> lines, string ending, CancellationToken stop)
    {
        // The figures are sums over the records of every source that counts, so each of them is named.
        var attribution = await db.Sources(place.Id).Where(source => source.WithdrawnAt == null).Select(source => source.Attribution).Distinct().Order().ToListAsync(stop);
        var measures = lines.SelectMany(line => line.Comparison.Columns).Select(column => column.Measure).DistinctBy(measure => measure.Key);
        IReadOnlyList<Column<Line>> columns =
        [
            new("Kind", line => line.Area.Kind.ToString()),
            new("Code", line => line.Area.Code),
            new("Name", line => line.Area.Name),
            .. measures.Select(measure => new Column<Line>(Heading(measure), line => Value(measure.Unit, line.Comparison.Column(measure.Key)?.Of(line.Area)?.Value))),
        ];
        return new(place.Slug + "-wards", columns, lines.ToAsyncEnumerable(), attribution) { Ending = ending };
    }

    private static string Heading(IMeasure measure) => measure.Unit switch
    {
        Unit.Pence or Unit.PencePerHead => measure.Title + " (£)",
        Unit.Share => measure.Title + " (%)",
        _ => measure.Title,
    };

    private static object? Value(Unit unit, long? value) => (unit, value) switch
    {
        (_, null) => null,
        (Unit.Pence or Unit.PencePerHead, { } pence) => new Money(pence),
        (Unit.Share, { } thousandths) => thousandths / 10d,
        (Unit.Rate, { } thousandths) => thousandths / 1000d,
        (_, { } count) => count,
    };
}
