using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Platform.Texts;
using Trellis.Support.Checks.Records;

namespace Trellis.Support.Checks.Above;

/// <summary>For reports: that a check was finished, and by which group where the group lets the staff know. Never what it said.</summary>
internal sealed class CheckRecords(Db db, Texts t) : IRecords
{
    public string Kind => "assessments";

    public string Title => t["Health checks"];

    public string Definition => t["A health check that a group finished. One that was begun and not finished does not count, nor one of which the group lets nobody know. What a group said or agreed is in no report."];

    public IReadOnlyDictionary<string, string> Words => new Dictionary<string, string> { ["time"] = t["First or again"], ["instrument"] = t["Which health check"] };

    public IReadOnlyDictionary<string, string> Numbers { get; } = new Dictionary<string, string>();

    public async Task<IReadOnlyList<CountedRecord>> Read(Place place, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var (since, until) = Days.Span(first, last);
        var rows = await (
            from one in db.Assessments(place.Id).AsNoTracking()
            where one.FinishedAt != null && one.FinishedAt >= since && one.FinishedAt < until
            let isOpen = db.Consents(Audience.Support).Any(given => given.AssessmentId == one.Id)
            where isOpen || db.Consents(Audience.Statistics).Any(given => given.AssessmentId == one.Id)
            join instrument in db.Set<KeptInstrument>().AsNoTracking() on one.InstrumentId equals instrument.Id
            orderby one.FinishedAt, one.Id
            select new { one.Id, one.FinishedAt, one.OrganisationId, instrument.Key, IsOpen = isOpen, IsAgain = db.Assessments(place.Id).Any(before => before.Id == one.BeforeId && before.InstrumentId == one.InstrumentId) }).ToListAsync(stop);
        return [.. rows.Select(row => new CountedRecord(row.Id, Days.Of(row.FinishedAt!.Value), row.IsAgain ? t["Health check again"] : t["First health check"])
        {
            Groups = row.IsOpen ? [row.OrganisationId] : [],
            Words = new Dictionary<string, string> { ["time"] = row.IsAgain ? "Again" : "First", ["instrument"] = row.Key },
        })];
    }
}

/// <summary>For reports: that some group moved up in an area, down, or stayed. Only of groups that agreed to it, without group or day, and none where they are fewer than five.</summary>
internal sealed class LevelChangeRecords(LevelChanges changes, Texts t) : IRecords
{
    public string Kind => "level-changes";

    public string Title => t["Changes between two health checks"];

    public string Definition => t["An area in which a group has levels in two checks of the same version: up, same or down by the nearest whole level. Only groups that agreed to anonymous statistics; none are given where these are fewer than five. Each falls on the first day of its month, or of the period."];

    public IReadOnlyDictionary<string, string> Words => new Dictionary<string, string> { ["area"] = t["Area"], ["change"] = t["Up, same or down"] };

    public IReadOnlyDictionary<string, string> Numbers { get; } = new Dictionary<string, string>();

    public async Task<IReadOnlyList<CountedRecord>> Read(Place place, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var (since, until) = Days.Span(first, last);
        var ways = await changes.Read(place.Id, since, until, stop);
        return ways.Select(way => way.Now.OrganisationId).Distinct().Count() < LevelChanges.Fewest ? [] :
        [
            .. from way in ways
               from change in way.Changes
               let day = Days.Of(way.Now.FinishedAt!.Value)
               let month = new DateOnly(day.Year, day.Month, 1)
               let record = new CountedRecord(Nameless(way.Now.Id, change.Area.Id), month < first ? first : month, change.Area.Title)
               {
                   Words = new Dictionary<string, string> { ["area"] = change.Area.Title, ["change"] = Direction(change.From, change.To) },
               }
               orderby record.On, record.Id
               select record,
        ];
    }

    private static string Direction(long from, long to) => Math.Sign(Nearest(to) - Nearest(from)) switch { > 0 => "Up", < 0 => "Down", _ => "Same" };

    private static long Nearest(long tenths) => (tenths + 5) / 10;

    /// <summary>The same each time, and nothing that leads back to the check.</summary>
    private static Guid Nameless(Guid assessment, string area) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{assessment}/{area}")).AsSpan(0, 16));
}

internal static class Days
{
    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    public static (DateTimeOffset From, DateTimeOffset Until) Span(DateOnly first, DateOnly last) =>
        (new(first.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), new(last.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
}
