using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Intake;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Sources;
using Trellis.Platform.Texts;

namespace Trellis.Groups.Pinning;

/// <summary>All that is pinned in a place, first that where a source has said something else since.</summary>
internal sealed class ListPins(Db db, Texts t)
{
    private const int Most = 200;

    /// <param name="Was">What is shown.</param>
    /// <param name="News">Who says what else since then, in words; null where nobody does.</param>
    public sealed record Line(Organisation Group, Field Field, string Was, Pin Pin, string? News);

    public async Task<IReadOnlyList<Line>> Handle(Guid placeId, CancellationToken stop)
    {
        var groups = await (
            from record in db.Set<SourceRecord>().AsNoTracking()
            join source in db.Sources(placeId) on record.SourceId equals source.Id
            join organisation in db.Organisations(placeId) on record.OrganisationId equals organisation.Id
            where source.Format == Tellers.ByWorker && EF.Functions.Like(record.Said, "%\"pins\":[{%")
            select organisation).Distinct().OrderBy(one => one.Name).ThenBy(one => one.Id).Take(Most).ToListAsync(stop);
        var lines = new List<Line>();
        foreach (var organisation in groups)
        {
            var told = (await ReadTold.Of(db, organisation.Id, stop)).ConvertAll(one => one.Told);
            var hidden = told.SelectMany(one => one.Said.Spoken?.NotPublic ?? []).ToHashSet();
            lines.AddRange(
                from one in told
                from pin in one.Said.Spoken?.Pins ?? []
                let line = Read(organisation, pin, told)
                select hidden.Contains(pin.Field) ? Hidden(line) : line);
        }

        return [.. lines.OrderBy(line => line.News is null)];
    }

    /// <summary>What is not public is read on the group's own page, where it is noted who looked.</summary>
    private Line Hidden(Line line) => line with { Was = t["Not public"], News = line.News is null ? null : t["A source says something else now."] };

    private Line Read(Organisation group, Pin pin, List<Told> told)
    {
        var source = told.FirstOrDefault(one => one.RecordId == pin.RecordId);
        var was = source is null ? "" : Pinned.Text(t, source with { Said = pin.Said }, pin.Field) ?? "";
        var now = source is null ? null : Pinned.Text(t, source, pin.Field);
        var own = told.FirstOrDefault(one => one.By.Authority == Authority.Group && one.RecordId != pin.RecordId && one.Said.Spoken?.On(pin.Field) >= pin.On);
        var news =
            source is null ? t["The record that said this is not this group's any longer, so it is not shown."]
            : now is null ? t["{0} says nothing of this any longer.", source.By.Title]
            : now != was ? t["{0} now says: {1}", source.By.Title, now]
            : source.By.Authority == Authority.Gone ? t["{0} does not have this group any longer.", source.By.Title]
            : own is not null && Pinned.Text(t, own, pin.Field) is { } theirs && theirs != was ? t["The group itself has said since: {0}", theirs]
            : null;
        return new(group, pin.Field, was, pin, news);
    }
}
