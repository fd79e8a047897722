using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Places.Drawing;
using Trellis.Platform.Sources;

namespace Trellis.Groups.Page;

/// <summary>What stands around a service or building on its page: whose it is, where, and who says so.</summary>
internal sealed class ReadThing(Here here, Db db, Gazetteers gazetteers, Maps maps)
{
    public sealed record Around(OrganisationSummary? Whose, Source Source, AreaName? Ward, AreaMap? Map);

    public async Task<(Service Service, Around Around)?> Service(string slug, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        return await db.Services(place.Id).AsNoTracking().FirstOrDefaultAsync(service => service.Slug == slug && !db.Set<SourceRecord>().Any(record => record.Id == service.SourceRecordId && record.IsWithdrawn), stop) is { } found
            ? (found, await Look(place, found.Name, found.SourceRecordId, found.OrganisationId, found.WardCode, Point.From(found.LatitudeMicro, found.LongitudeMicro), "service", stop))
            : null;
    }

    public async Task<(Premises Premises, Around Around)?> Premises(string slug, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        return await db.Premises(place.Id).AsNoTracking().FirstOrDefaultAsync(premises => premises.Slug == slug && !db.Set<SourceRecord>().Any(record => record.Id == premises.SourceRecordId && record.IsWithdrawn), stop) is { } found
            ? (found, await Look(place, found.Name, found.SourceRecordId, found.OwnerId, found.WardCode, Point.From(found.LatitudeMicro, found.LongitudeMicro), "premises", stop))
            : null;
    }

    private async Task<Around> Look(Place place, string name, Guid record, Guid? organisation, string? wardCode, Point? spot, string kind, CancellationToken stop)
    {
        var source = await (
            from one in db.Set<SourceRecord>()
            join of in db.Set<Source>() on one.SourceId equals of.Id
            where one.Id == record
            select of).AsNoTracking().FirstAsync(stop);
        var whose = organisation is null ? null : await db.AllOrganisations(place.Id).FirstOrDefaultAsync(summary => summary.Id == organisation, stop);
        var ward = (await gazetteers.Of(place.Id, stop)).Find(AreaKind.Ward, wardCode);
        return new(whose, source, ward, await Map(place, name, ward, spot, kind, stop));
    }

    private async Task<AreaMap?> Map(Place place, string name, AreaName? ward, Point? spot, string kind, CancellationToken stop)
    {
        if (spot is null)
        {
            return null;
        }

        var map = await maps.Of(place.Id, AreaKind.Ward, name, ward is null ? name : $"{name} is in {ward.Name}.", null, stop);
        return map with { Highlight = ward?.Code, HasTable = false, Points = [new(spot.Value, name, null, kind)] };
    }
}
