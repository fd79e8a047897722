using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Places.Drawing;
using Trellis.Platform.Sources;

namespace Trellis.Groups.Page;

/// <summary>Everything public that is known of one group, each fact with who says it.</summary>
internal sealed class ReadGroup(Db db, Gazetteers gazetteers, Maps maps, IEnumerable<IGroupSections> sections)
{
    private const int MostPremises = 30;

    /// <summary>What the page shows.</summary>
    public sealed record Seen(Organisation Group, Composed Composed, IReadOnlyList<Source> Sources, Whereabouts At, Offers Offers, IReadOnlyList<GroupSection> Sections, Freshness? Freshness)
    {
        /// <summary>The list was taken back that named it, and nothing public hangs on it: there is nothing to show to the public.</summary>
        public bool IsNothing => Composed.IsWithdrawn && Sections.All(part => part.SaysNothing) && Offers is { Services.Count: 0, PremisesCount: 0 };

        /// <summary>Who says what is shown in a field; null where nobody does.</summary>
        public Teller? By(Field field) => Composed.Facts.FirstOrDefault(fact => fact.Field == field)?.By;
    }

    /// <summary>Where its office is.</summary>
    public sealed record Whereabouts(AreaName? Ward, AreaName? Locality, AreaMap? Map);

    /// <summary>What it offers and owns, as far as the lists say.</summary>
    public sealed record Offers(IReadOnlyList<Service> Services, IReadOnlyList<Premises> Premises, int PremisesCount);

    /// <summary>The group at the address; null where there is none.</summary>
    public async Task<Seen?> Handle(Place place, string slug, CancellationToken stop)
    {
        var group = await db.Organisations(place.Id).AsNoTracking().FirstOrDefaultAsync(organisation => organisation.Slug == slug, stop);
        if (group is null || group.MergedIntoId is not null)
        {
            return null;
        }

        var told = await ReadTold.Of(db, group.Id, stop);
        var offers = await Offer(place, group.Id, stop);
        var parts = await Sections(group.Id, stop);
        var sources = told.Where(one => one.Told.By.Authority != Authority.Withdrawn).Select(one => one.Source).Concat(await SourcesOf(offers, stop)).Concat(await SourcesOf(place, parts, stop)).DistinctBy(source => source.Id);
        return new(
            group,
            Compose.From([.. told.Select(one => one.Told)]),
            [.. sources.OrderBy(source => source.Title, StringComparer.Ordinal)],
            await Place(place, group, stop),
            offers,
            parts,
            await db.Set<Freshness>().AsNoTracking().FirstOrDefaultAsync(one => one.OrganisationId == group.Id, stop));
    }

    /// <summary>The present address of a group that once had this one, or was merged into another; null where there is none.</summary>
    public async Task<string?> MovedTo(Place place, string slug, CancellationToken stop)
    {
        var kept = await db.Organisations(place.Id).Where(organisation => organisation.Slug == slug).Select(organisation => organisation.MergedIntoId).FirstOrDefaultAsync(stop)
            ?? await db.Set<FormerSlug>().Where(former => former.PlaceId == place.Id && former.Slug == slug).Select(former => (Guid?)former.OrganisationId).FirstOrDefaultAsync(stop);
        return kept is null ? null : await db.Organisations(place.Id).Where(organisation => organisation.Id == kept).Select(organisation => organisation.Slug).FirstOrDefaultAsync(stop);
    }

    private async Task<Whereabouts> Place(Place place, Organisation group, CancellationToken stop)
    {
        var gazetteer = await gazetteers.Of(place.Id, stop);
        var ward = gazetteer.Find(AreaKind.Ward, group.WardCode);
        if (ward is null)
        {
            return new(null, null, null);
        }

        var map = await maps.Of(place.Id, AreaKind.Ward, ward.Name, $"{group.Name} is in {ward.Name}.", null, stop);
        return new(ward, gazetteer.Find(AreaKind.Locality, ward.ParentCode), map with
        {
            Highlight = ward.Code,
            HasTable = false,
            Points = group.Point is { } point ? [new(point, group.Name, null)] : [],
        });
    }

    private async Task<Offers> Offer(Place place, Guid group, CancellationToken stop)
    {
        var services = await db.Services(place.Id).AsNoTracking().Where(service => service.OrganisationId == group && service.IsListed)
            .OrderBy(service => service.Name).ThenBy(service => service.Id).ToListAsync(stop);
        var premises = db.Premises(place.Id).AsNoTracking().Where(one => one.OwnerId == group && one.IsListed);
        var some = await premises.OrderBy(one => one.Name).ThenBy(one => one.Id).Take(MostPremises).ToListAsync(stop);
        return new(services, some, some.Count < MostPremises ? some.Count : await premises.CountAsync(stop));
    }

    private async Task<IReadOnlyList<Source>> SourcesOf(Offers offers, CancellationToken stop)
    {
        var records = offers.Services.Select(service => service.SourceRecordId).Concat(offers.Premises.Select(one => one.SourceRecordId)).ToList();
        return records.Count == 0 ? [] : await (
            from record in db.Set<SourceRecord>()
            join source in db.Set<Source>() on record.SourceId equals source.Id
            where records.Contains(record.Id)
            select source).Distinct().AsNoTracking().ToListAsync(stop);
    }

    private async Task<IReadOnlyList<Source>> SourcesOf(Place place, IReadOnlyList<GroupSection> parts, CancellationToken stop)
    {
        var ids = parts.SelectMany(part => part.SourceIds).ToList();
        return ids.Count == 0 ? [] : await db.Sources(place.Id).AsNoTracking().Where(source => ids.Contains(source.Id)).ToListAsync(stop);
    }

    private async Task<IReadOnlyList<GroupSection>> Sections(Guid group, CancellationToken stop)
    {
        var all = new List<GroupSection>();
        foreach (var module in sections.OrderBy(section => section.Order))
        {
            all.AddRange(await module.For(group, stop));
        }

        return all;
    }
}
