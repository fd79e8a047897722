using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;

namespace Trellis.Groups.Wards;

/// <summary>How many people live in each area, as the latest published estimate says.</summary>
internal sealed class People(Db db, Gazetteers gazetteers) : IMeasure
{
    public string Key => "people";

    public string Title => "People";

    public string Definition => "How many people live in the area, by the latest estimate of the Office for National Statistics.";

    public Unit Unit => Unit.Count;

    public async Task<IReadOnlyList<MeasureValue>> Read(Place place, AreaKind kind, CancellationToken stop)
    {
        var latest = await db.AreaFigures(place.Id).Where(figure => figure.Measure == Figures.Population).MaxAsync(figure => (string?)figure.Period, stop);
        var people = await db.AreaFigures(place.Id).Where(figure => figure.Measure == Figures.Population && figure.Period == latest)
            .ToDictionaryAsync(figure => figure.AreaCode, figure => figure.Value, stop);
        var gazetteer = await gazetteers.Of(place.Id, stop);
        return
        [
            .. people.Where(pair => pair.Key == place.Code).Select(pair => new MeasureValue(null, pair.Value, null)),
            .. gazetteer.SumUp(kind, people, (area, sum) => new MeasureValue(area.Code, sum, area.Url)),
        ];
    }
}

/// <summary>What share of the people live in those small areas that are among the most deprived of the country.</summary>
internal sealed class DeprivedShare(Db db, Gazetteers gazetteers) : IMeasure
{
    private const int MostDeprivedTenths = 3;

    public string Key => "deprived";

    public string Title => "People in the most deprived areas";

    public string Definition =>
        "The share of people who live in a small area (LSOA) that is among the most deprived three tenths of the country by the index of multiple deprivation.";

    public Unit Unit => Unit.Share;

    public async Task<IReadOnlyList<MeasureValue>> Read(Place place, AreaKind kind, CancellationToken stop)
    {
        var lsoas = await SmallAreas.Read(db, place.Id, stop);
        var gazetteer = await gazetteers.Of(place.Id, stop);
        long? Share(IReadOnlyCollection<SmallArea> within)
        {
            var known = within.Where(lsoa => lsoa is { Tenth: not null, People: > 0 }).ToList();
            return known.Count == 0 ? null : known.Where(lsoa => lsoa.Tenth <= MostDeprivedTenths).Sum(lsoa => lsoa.People) * 1000 / known.Sum(lsoa => lsoa.People);
        }

        return SmallAreas.Measure(gazetteer, kind, lsoas, Share);
    }
}

/// <summary>The index of multiple deprivation, averaged over the people of an area.</summary>
internal sealed class DeprivationScore(Db db, Gazetteers gazetteers) : IMeasure
{
    public string Key => "deprivation";

    public string Title => "Deprivation score";

    public string Definition => "The index of multiple deprivation of the area's small areas (LSOAs), averaged by how many people live in each. More is more deprived.";

    public Unit Unit => Unit.Rate;

    public async Task<IReadOnlyList<MeasureValue>> Read(Place place, AreaKind kind, CancellationToken stop)
    {
        var lsoas = await SmallAreas.Read(db, place.Id, stop);
        var gazetteer = await gazetteers.Of(place.Id, stop);
        static long? Mean(IReadOnlyCollection<SmallArea> within)
        {
            var known = within.Where(lsoa => lsoa is { Score: not null, People: > 0 }).ToList();
            return known.Count == 0 ? null : known.Sum(lsoa => lsoa.Score!.Value * lsoa.People) / known.Sum(lsoa => lsoa.People);
        }

        return SmallAreas.Measure(gazetteer, kind, lsoas, Mean);
    }
}
