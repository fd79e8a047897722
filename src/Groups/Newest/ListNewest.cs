using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;

namespace Trellis.Groups.Newest;

/// <summary>The groups that a register took in last: who has just begun, and may need a hand.</summary>
internal sealed class ListNewest(Db db)
{
    private const int Most = 30;

    /// <summary>One group and the day it was registered; the ward is null where its office is elsewhere or unknown. Of one that is kept apart a list under a share-alike licence speaks.</summary>
    public sealed record Line(Guid Id, string Slug, string Name, DateOnly RegisteredOn, string? Purpose, string? Ward, bool IsKeptApart);

    public async Task<IReadOnlyList<Line>> Handle(Place place, CancellationToken stop)
    {
        var apart = await db.ShareAlike(place.Id, stop);
        return await (
            from organisation in db.Organisations(place.Id)
            where organisation.IsListed && organisation.RegisteredOn != null
            join area in db.Areas(place.Id).Where(area => area.Kind == AreaKind.Ward) on organisation.WardCode equals area.Code into wards
            from ward in wards.DefaultIfEmpty()
            orderby organisation.RegisteredOn descending, organisation.Name
            select new Line(
                organisation.Id, organisation.Slug, organisation.Name, organisation.RegisteredOn!.Value, organisation.Purpose, ward == null ? null : ward.Name,
                db.Set<SourceRecord>().Any(record => record.OrganisationId == organisation.Id && !record.IsWithdrawn && apart.Contains(record.SourceId))))
            .Take(Most).ToListAsync(stop);
    }

    /// <summary>The sentences that must go wherever these lines go.</summary>
    public async Task<List<string>> Attributions(IReadOnlyList<Line> lines, CancellationToken stop)
    {
        var ids = lines.Select(line => (Guid?)line.Id).ToList();
        return await (
            from record in db.Set<SourceRecord>()
            join source in db.Set<Source>() on record.SourceId equals source.Id
            where ids.Contains(record.OrganisationId) && !record.IsWithdrawn
            select source.Attribution).Distinct().Order().ToListAsync(stop);
    }
}
