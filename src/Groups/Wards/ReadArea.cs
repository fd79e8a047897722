using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Platform.Places.Drawing;
using Trellis.Platform.Sources;

namespace Trellis.Groups.Wards;

/// <summary>Everything known of one ward or locality: who lives there, which groups, services and buildings are there, what money goes to them.</summary>
internal sealed class ReadArea(Db db, MeasureAreas measures, Gazetteers gazetteers, Maps maps)
{
    /// <summary>The area of that address; null where there is none.</summary>
    public async Task<AreaProfile?> Handle(Place place, AreaKind kind, string slug, CancellationToken stop)
    {
        var gazetteer = await gazetteers.Of(place.Id, stop);
        if (gazetteer.BySlug(kind, slug) is not { } area)
        {
            return null;
        }

        IReadOnlyList<string> wards = [.. gazetteer.WardsOf(area).Select(ward => ward.Code)];
        var neighbours = await maps.Neighbours(place.Id, kind, area.Code, stop);
        var figures = await WhoLivesHere.Read(db, place, wards, stop);
        var measured = await Measures(place, area, stop);
        return new AreaProfile
        {
            Area = area,
            Parent = gazetteer.Find(AreaKind.Locality, area.ParentCode),
            Wards = kind == AreaKind.Ward ? [] : gazetteer.WardsOf(area),
            Neighbours = [.. neighbours.Select(code => gazetteer.Find(kind, code)).OfType<AreaName>().OrderBy(other => other.Name, StringComparer.OrdinalIgnoreCase)],
            Measures = measured,
            Ages = figures.Ages,
            Census = kind == AreaKind.Ward ? figures.Census : [],
            SmallAreas = await SmallAreasOf(place, gazetteer, area, stop),
            Groups = await Groups(place, wards, stop),
            Services = await Services(place, wards, stop),
            Premises = await Premises(place, wards, stop),
            Sources = await Sources(place, [.. figures.SourceIds, .. await OfThose(place, wards, stop)], [.. measured.Where(one => one.Here is not null).SelectMany(one => one.Measure.Formats)], stop),
        };
    }

    private async Task<IReadOnlyList<AreaMeasure>> Measures(Place place, AreaName area, CancellationToken stop) =>
        [.. (await measures.Read(place, area.Kind, stop)).Select(column => new AreaMeasure(column.Measure, column.Of(area), column.Whole))];

    private async Task<IReadOnlyList<(AreaName Area, SmallArea? Known)>> SmallAreasOf(Place place, Gazetteer gazetteer, AreaName area, CancellationToken stop)
    {
        var known = await SmallAreas.Read(db, place.Id, stop);
        return [.. gazetteer.LsoasOf(area).Select(lsoa => (lsoa, known.GetValueOrDefault(lsoa.Code)))];
    }

    private async Task<IReadOnlyList<Located>> Groups(Place place, IReadOnlyList<string> wards, CancellationToken stop) =>
        await GroupsIn(place, wards)
            .OrderBy(organisation => organisation.Name)
            .Select(found => new Located("group", found.Name, null, Links.Group(found.Slug), found.LatitudeMicro, found.LongitudeMicro)).ToListAsync(stop);

    private async Task<IReadOnlyList<Located>> Services(Place place, IReadOnlyList<string> wards, CancellationToken stop) =>
        await ServicesIn(place, wards)
            .OrderBy(service => service.Name)
            .Select(found => new Located("service", found.Name, found.Kind, Links.Service(found.Slug), found.LatitudeMicro, found.LongitudeMicro)).ToListAsync(stop);

    private async Task<IReadOnlyList<Located>> Premises(Place place, IReadOnlyList<string> wards, CancellationToken stop) =>
        await PremisesIn(place, wards)
            .OrderBy(premises => premises.Name)
            .Select(found => new Located("premises", found.Name, found.Kind, Links.Premises(found.Slug), found.LatitudeMicro, found.LongitudeMicro)).ToListAsync(stop);

    /// <summary>Who says that there are the groups, services and buildings that are listed.</summary>
    private async Task<IReadOnlyList<Guid>> OfThose(Place place, IReadOnlyList<string> wards, CancellationToken stop)
    {
        var groups = GroupsIn(place, wards).Select(group => (Guid?)group.Id);
        var services = ServicesIn(place, wards).Select(service => service.SourceRecordId);
        var premises = PremisesIn(place, wards).Select(one => one.SourceRecordId);
        return await db.Set<SourceRecord>().Where(record => !record.IsWithdrawn && (groups.Contains(record.OrganisationId) || services.Contains(record.Id) || premises.Contains(record.Id)))
            .Select(record => record.SourceId).Distinct().ToListAsync(stop);
    }

    private IQueryable<Organisation> GroupsIn(Place place, IReadOnlyList<string> wards) =>
        db.Organisations(place.Id).Where(organisation => organisation.IsListed && organisation.WardCode != null && wards.Contains(organisation.WardCode));

    private IQueryable<Service> ServicesIn(Place place, IReadOnlyList<string> wards) =>
        db.Services(place.Id).Where(service => service.IsListed && service.WardCode != null && wards.Contains(service.WardCode));

    private IQueryable<Premises> PremisesIn(Place place, IReadOnlyList<string> wards) =>
        db.Premises(place.Id).Where(premises => premises.IsListed && premises.WardCode != null && wards.Contains(premises.WardCode));

    /// <summary>The sources of the figures and the lists, and of the boundaries and postcodes that say what lies in the area.</summary>
    private async Task<IReadOnlyList<Source>> Sources(Place place, IReadOnlyList<Guid> named, IReadOnlyList<string> formats, CancellationToken stop)
    {
        string[] always = ["postcodes", "deprivation", .. formats];
        var boundaries = await db.Areas(place.Id).Where(area => area.Kind == AreaKind.Ward || area.Kind == AreaKind.Locality).Select(area => area.SourceId).Distinct().ToListAsync(stop);
        return await db.Sources(place.Id).AsNoTracking()
            .Where(source => source.WithdrawnAt == null && (named.Contains(source.Id) || boundaries.Contains(source.Id) || always.Contains(source.Format)))
            .OrderBy(source => source.Title).ToListAsync(stop);
    }
}

/// <summary>A ward or locality, ready to be shown.</summary>
internal sealed record AreaProfile
{
    public required AreaName Area { get; init; }

    /// <summary>The locality of a ward.</summary>
    public required AreaName? Parent { get; init; }

    /// <summary>The wards of a locality.</summary>
    public required IReadOnlyList<AreaName> Wards { get; init; }

    public required IReadOnlyList<AreaName> Neighbours { get; init; }

    public required IReadOnlyList<AreaMeasure> Measures { get; init; }

    public required IReadOnlyList<AgeBand> Ages { get; init; }

    public required IReadOnlyList<CensusTopic> Census { get; init; }

    public required IReadOnlyList<(AreaName Area, SmallArea? Known)> SmallAreas { get; init; }

    public required IReadOnlyList<Located> Groups { get; init; }

    public required IReadOnlyList<Located> Services { get; init; }

    public required IReadOnlyList<Located> Premises { get; init; }

    public required IReadOnlyList<Source> Sources { get; init; }
}

internal sealed record AreaMeasure(IMeasure Measure, MeasureValue? Here, MeasureValue? Whole)
{
    public bool IsMoney => Measure.Unit is Unit.Pence or Unit.PencePerHead;

    public string Write(MeasureValue value) => MeasureText.Write(Measure.Unit, value.Value);
}

/// <summary>Something with an address in the area.</summary>
/// <param name="Kind">group, service or premises.</param>
/// <param name="What">What it is, in words, as in Food bank.</param>
internal sealed record Located(string Kind, string Name, string? What, string Url, int? LatitudeMicro, int? LongitudeMicro)
{
    public Point? Point => Platform.Places.Point.From(LatitudeMicro, LongitudeMicro);
}
