using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Groups.Newest;

/// <summary>The groups that a register took in last: who has just begun, and may need a hand.</summary>
internal sealed class ListNewest(Db db)
{
    private const int Most = 30;

    /// <summary>One group and the day it was registered; the ward is null where its office is elsewhere or unknown.</summary>
    public sealed record Line(string Slug, string Name, DateOnly RegisteredOn, string? Purpose, string? Ward);

    public async Task<IReadOnlyList<Line>> Handle(Place place, CancellationToken stop) =>
        await (
            from organisation in db.Organisations(place.Id)
            where organisation.IsListed && organisation.RegisteredOn != null
            join area in db.Areas(place.Id).Where(area => area.Kind == AreaKind.Ward) on organisation.WardCode equals area.Code into wards
            from ward in wards.DefaultIfEmpty()
            orderby organisation.RegisteredOn descending, organisation.Name
            select new Line(organisation.Slug, organisation.Name, organisation.RegisteredOn!.Value, organisation.Purpose, ward == null ? null : ward.Name))
            .Take(Most).ToListAsync(stop);
}
