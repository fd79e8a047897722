using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;

namespace Trellis.Groups.Export;

/// <summary>What is offered to people, where and when; but for what stands in a list under a share-alike licence.</summary>
internal sealed class ServicesExporter(Db db) : Exporter
{
    public override string Format => "services";

    public override string Title => "Services";

    public override IReadOnlyList<string> Endings => ["csv", "xlsx", "json"];

    public override async Task<long> Write(Place place, Stream to, string ending, CancellationToken stop)
    {
        var apart = await db.ShareAlike(place.Id, stop);
        var offerers = await db.AllOrganisations(place.Id).ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.Name, stop);
        var listed = db.Services(place.Id).AsNoTracking().Where(service => service.IsListed);
        var services = await listed
            .Where(service => !db.Set<SourceRecord>().Any(record => record.Id == service.SourceRecordId && apart.Contains(record.SourceId))).OrderBy(service => service.Name).ThenBy(service => service.Id).ToListAsync(stop);
        IReadOnlyList<Column<Service>> columns =
        [
            new("Name", service => service.Name),
            new("Kind", service => service.Kind),
            new("Offered by", service => service.OrganisationId is { } offerer ? offerers.GetValueOrDefault(offerer) : null),
            new("Description", service => service.Description),
            new("Opening times", service => service.OpeningTimes),
            new("How to get it", service => service.HowToGetIt),
            new("Website", service => service.Website),
            new("Email", service => service.Email),
            new("Telephone", service => service.Telephone),
            new("Address", service => service.Address),
            new("Postcode", service => service.Postcode),
            new("Ward code", service => service.WardCode),
            new("Locality", service => service.Locality),
            new("Page", service => "/services/" + service.Slug),
        ];
        var list = new Download<Service>(place.Slug + "-services", columns, services.ToAsyncEnumerable(), await db.AttributionsOf(place.Id, ["service-list"], apart, stop)) { Ending = ending };
        await list.Write(to, stop);
        LeftOut = apart.Count == 0 ? 0 : await listed.CountAsync(stop) - services.Count;
        return services.Count;
    }
}
