using Trellis.Platform.Measures;
using Trellis.Platform.Places;

namespace Trellis.Groups.Wards;

/// <summary>Reads the measures of a kind of area, and adds up from the wards what a measure does not know of localities itself.</summary>
internal sealed class MeasureAreas(IEnumerable<IMeasure> measures, Gazetteers gazetteers)
{
    public async Task<IReadOnlyList<MeasureColumn>> Read(Place place, AreaKind kind, CancellationToken stop)
    {
        var gazetteer = await gazetteers.Of(place.Id, stop);
        var columns = new List<MeasureColumn>();
        MeasureColumn? people = null;
        foreach (var measure in measures)
        {
            var column = Column(measure, await measure.Read(place, kind, stop));
            if (kind != AreaKind.Ward && column.Values.Count == 0)
            {
                var wards = Column(measure, await measure.Read(place, AreaKind.Ward, stop));
                people ??= await People(place, stop);
                column = wards with { Values = Raise(gazetteer, kind, wards, people) };
            }

            columns.Add(column);
        }

        return columns;
    }

    private async Task<MeasureColumn?> People(Place place, CancellationToken stop) =>
        measures.OfType<People>().FirstOrDefault() is { } people ? Column(people, await people.Read(place, AreaKind.Ward, stop)) : null;

    private static MeasureColumn Column(IMeasure measure, IReadOnlyList<MeasureValue> values) => new(
        measure, values.FirstOrDefault(value => value.AreaCode is null), values.Where(value => value.AreaCode is not null).ToDictionary(value => value.AreaCode!));

    /// <summary>Counts and sums add up; what is for each person is weighed by people. Other measures cannot be had from those of the wards.</summary>
    private static Dictionary<string, MeasureValue> Raise(Gazetteer gazetteer, AreaKind kind, MeasureColumn wards, MeasureColumn? people)
    {
        var raised = new Dictionary<string, MeasureValue>();
        foreach (var area in gazetteer.Of(kind))
        {
            var known = gazetteer.WardsOf(area).Where(ward => wards.Of(ward) is not null).ToList();
            var residents = known.Sum(ward => people?.Of(ward)?.Value ?? 0);
            long? value = (wards.Measure.Unit, known.Count) switch
            {
                (_, 0) => null,
                (Unit.Count or Unit.Pence, _) => known.Sum(ward => wards.Of(ward)!.Value),
                (Unit.PencePerHead, _) when residents > 0 => (long)Math.Round(known.Sum(ward => (decimal)wards.Of(ward)!.Value * people!.Of(ward)!.Value) / residents),
                _ => null,
            };
            if (value is { } sum)
            {
                raised[area.Code] = new(area.Code, sum, null);
            }
        }

        return raised;
    }
}
