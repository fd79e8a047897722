using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Support.Log;
using Trellis.Support.Topics;

namespace Trellis.Support.Above;

/// <summary>One line of a table from above. An entry counts once in each line that it touches.</summary>
/// <param name="Groups">How many were helped; null where they are fewer than five, and so is the time.</param>
internal sealed record CaseLine(string Title, int? Groups, long? Minutes);

/// <summary>A ward or cause with many groups, beside the help they had.</summary>
/// <param name="Helped">Null where these are some, but fewer than five.</param>
internal sealed record ReachLine(string Title, int Groups, int? Helped, long? Minutes);

/// <summary>The help of twelve months, seen from above.</summary>
internal sealed record Caseload(
    IReadOnlyList<CaseLine> Workers, IReadOnlyList<CaseLine> Topics, IReadOnlyList<CaseLine> Wards, IReadOnlyList<CaseLine> Sizes, IReadOnlyList<CaseLine> Fifths,
    IReadOnlyList<ReachLine> WardsNotReached, IReadOnlyList<ReachLine> CausesNotReached);

/// <summary>Counts who was helped with how much, and who was not. Fewer than five groups are not shown: a count of two tells on each of them.</summary>
internal sealed class ReadCaseload(Db db, Gazetteers gazetteers, TimeProvider clock, Platform.Texts.Texts t)
{
    public const int Fewest = 5;
    private const int Lowest = 10;

    private sealed record Act(Guid Entry, Guid Group, Guid? Worker, Guid Topic, long Minutes);

    public async Task<Caseload> Handle(Place place, CancellationToken stop)
    {
        var since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddYears(-1);
        var acts = await (
            from entry in db.SupportEntries(place.Id)
            join about in db.Set<EntryGroup>() on entry.Id equals about.EntryId
            where entry.OnDay > since
            select new Act(entry.Id, about.OrganisationId, entry.WorkerId, entry.TopicId, entry.Minutes ?? 0)).ToListAsync(stop);
        var groups = await db.AllOrganisations(place.Id).ToDictionaryAsync(group => group.Id, stop);
        var topics = await db.Topics(place.Id).AsNoTracking().ToDictionaryAsync(topic => topic.Id, stop);
        var people = await db.Set<Person>().AsNoTracking().Where(person => db.Set<SupportEntry>().Any(entry => entry.PlaceId == place.Id && entry.WorkerId == person.Id)).ToDictionaryAsync(person => person.Id, stop);
        var gazetteer = await gazetteers.Of(place.Id, stop);
        var fifths = await Fifths(place.Id, stop);
        var wardOf = (OrganisationSummary group) => gazetteer.Find(AreaKind.Ward, group.WardCode)?.Name;
        var causeOf = (OrganisationSummary group) => group.Cause is { } cause ? t[CauseTitles.Of(cause)] : null;
        return new(
            Lines(acts, act => act.Worker is { } worker && people.TryGetValue(worker, out var person) ? person.ShownName : t["Somebody who is here no longer"], fewest: 1),
            Lines(acts, act => topics[act.Topic].ParentId is { } parent ? topics[parent].Name : topics[act.Topic].Name),
            Lines(acts, act => wardOf(groups[act.Group]) ?? t["Not known"]),
            Lines(acts, act => t[SizeOf(groups[act.Group].SizeBand)]),
            Lines(acts, act => groups[act.Group].LsoaCode is { } lsoa && fifths.TryGetValue(lsoa, out var fifth) ? FifthOf(fifth) : t["Not known"], byTitle: true),
            Reach(acts, groups, wardOf), Reach(acts, groups, causeOf));
    }

    private static List<CaseLine> Lines(List<Act> acts, Func<Act, string> titleOf, int fewest = Fewest, bool byTitle = false)
    {
        var lines = acts.GroupBy(titleOf).Select(same => (same.Key, Groups: same.Select(act => act.Group).Distinct().Count(), Minutes: same.DistinctBy(act => act.Entry).Sum(act => act.Minutes)));
        lines = byTitle ? lines.OrderBy(line => line.Key, StringComparer.CurrentCulture) : lines.OrderByDescending(line => line.Minutes).ThenBy(line => line.Key, StringComparer.CurrentCulture);
        return [.. lines.Select(line => line.Groups < fewest ? new CaseLine(line.Key, null, null) : new CaseLine(line.Key, line.Groups, line.Minutes))];
    }

    /// <summary>Where many groups share little help: by time for each group, the least first.</summary>
    private static List<ReachLine> Reach(List<Act> acts, Dictionary<Guid, OrganisationSummary> groups, Func<OrganisationSummary, string?> titleOf)
    {
        var helped = acts.ToLookup(act => titleOf(groups[act.Group]));
        var lines =
            from of in groups.Values.Where(one => one.IsListed).GroupBy(titleOf)
            where of.Key is not null && of.Count() >= Fewest
            let own = helped[of.Key].ToList()
            let number = own.Select(act => act.Group).Distinct().Count()
            let minutes = own.DistinctBy(act => act.Entry).Sum(act => act.Minutes)
            orderby (double)minutes / of.Count(), of.Count() descending, of.Key
            select number is > 0 and < Fewest ? new ReachLine(of.Key!, of.Count(), null, null) : new ReachLine(of.Key!, of.Count(), number, minutes);
        return [.. lines.Take(Lowest)];
    }

    private async Task<Dictionary<string, long>> Fifths(Guid placeId, CancellationToken stop)
    {
        var figures = await db.Set<AreaFigure>().AsNoTracking().Where(figure => figure.PlaceId == placeId && figure.Measure == Figures.DeprivationFifthHere).OrderBy(figure => figure.Period).ToListAsync(stop);
        return figures.GroupBy(figure => figure.AreaCode).ToDictionary(same => same.Key, same => same.Last().Value);
    }

    private string FifthOf(long fifth) => fifth switch
    {
        1 => t["1: most deprived fifth of the place"],
        5 => t["5: least deprived fifth of the place"],
        _ => fifth.ToString("N0", System.Globalization.CultureInfo.CurrentCulture),
    };

    private static string SizeOf(SizeBand band) => band switch
    {
        SizeBand.Micro => "Below £10,000",
        SizeBand.Small => "£10,000 to £100,000",
        SizeBand.Medium => "£100,000 to £1 million",
        SizeBand.Large => "£1 million to £10 million",
        SizeBand.Major => "£10 million and more",
        _ => "Income not known",
    };
}
