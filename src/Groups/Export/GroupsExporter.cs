using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Intake;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;

namespace Trellis.Groups.Export;

/// <summary>Every group the directory shows, with its other names and its numbers in the registers; but for those of which a list under a share-alike licence speaks.</summary>
internal sealed class GroupsExporter(Db db) : Exporter
{
    private static readonly string[] Formats = ["charity-register", "charity-other-names", "causes", "group-list", "casc", "service-list", "360giving", Tellers.ByGroup, Tellers.ByWorker];

    public override string Format => "groups";

    public override string Title => "Groups of the directory";

    public override IReadOnlyList<string> Endings => ["csv", "xlsx", "json"];

    public override async Task<long> Write(Place place, Stream to, string ending, CancellationToken stop)
    {
        var names = (await db.Set<Name>().AsNoTracking().Where(name => name.Kind != NameKind.Current).ToListAsync(stop)).ToLookup(name => name.OrganisationId, name => name.Text);
        var numbers = (await db.Set<Identifier>().AsNoTracking().Where(number => number.PlaceId == place.Id).ToListAsync(stop)).ToLookup(number => number.OrganisationId, number => number.Code);
        var tags = (await db.Set<Tag>().AsNoTracking().ToListAsync(stop)).ToLookup(tag => tag.OrganisationId, tag => tag.Code);
        var apart = await db.ShareAlike(place.Id, stop);
        var written = 0L;
        IReadOnlyList<Column<Organisation>> columns =
        [
            new("Name", group => group.Name),
            new("Other names", group => Joined(names[group.Id])),
            new("Kind", group => GroupWords.Of(group.Kind)),
            new("Identifiers", group => Joined(numbers[group.Id])),
            new("Legal form", group => group.LegalForm),
            new("Status", group => group.Status.ToString()),
            new("Purpose", group => group.Purpose),
            new("Cause code (ICNPTSO)", group => group.Cause),
            new("Cause", group => group.Cause is null ? null : CauseTitles.Of(group.Cause)),
            new("Cause tags (UK-CAT)", group => Joined(tags[group.Id])),
            new("Website", group => group.Website),
            new("Email", group => group.Email),
            new("Telephone", group => group.Telephone),
            new("Address", group => group.Address),
            new("Postcode", group => group.Postcode),
            new("Ward code", group => group.WardCode),
            new("Locality", group => group.Locality),
            new("Latitude", group => group.Point?.Latitude),
            new("Longitude", group => group.Point?.Longitude),
            new("Registered on", group => group.RegisteredOn),
            new("Removed on", group => group.RemovedOn),
            new("Income (£)", group => group.IncomePence is { } pence ? new Money(pence) : null),
            new("Page", group => "/groups/" + group.Slug),
        ];
        var listed = db.Organisations(place.Id).AsNoTracking().Where(group => group.IsListed);
        var free = listed.Where(group => !db.Set<SourceRecord>().Any(record => record.OrganisationId == group.Id && !record.IsWithdrawn && apart.Contains(record.SourceId)));
        var groups = free.OrderBy(group => group.Name).ThenBy(group => group.Id).AsAsyncEnumerable();
        var list = new Download<Organisation>(place.Slug + "-groups", columns, groups.Select(group => { written++; return group; }), await db.AttributionsOf(place.Id, Formats, apart, stop))
        {
            Ending = ending,
        };
        await list.Write(to, stop);
        LeftOut = apart.Count == 0 ? 0 : await listed.CountAsync(stop) - written;
        return written;
    }

    private static string? Joined(IEnumerable<string> texts) => string.Join("; ", texts.Order(StringComparer.OrdinalIgnoreCase)) is { Length: > 0 } joined ? joined : null;
}
