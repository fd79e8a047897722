using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Support.Coming;
using Trellis.Support.Topics;

namespace Trellis.Support.Log;

/// <summary>An entry with the words that its reader needs.</summary>
/// <param name="From">The file out of another system that it came with, where it did.</param>
internal sealed record EntryLine(SupportEntry Entry, string Topic, Person? By, Arrival? From)
{
    /// <summary>Null where they are here no longer.</summary>
    public string? Worker => By?.ShownName ?? Entry.WorkerName;
}

/// <summary>The support log as it is read.</summary>
internal sealed class ReadEntries(Db db)
{
    /// <summary>Those about a group, the latest first.</summary>
    public Task<List<EntryLine>> Of(Guid placeId, Guid organisation, int most, bool onlyShared, CancellationToken stop) =>
        Lines(db.SupportEntries(placeId).Where(entry => db.Set<EntryGroup>().Any(about => about.EntryId == entry.Id && about.OrganisationId == organisation) && (entry.IsShared || !onlyShared)))
            .Take(most).ToListAsync(stop);

    /// <summary>Minutes and times of help that a group had, by topic of the first level, the most first.</summary>
    public async Task<IReadOnlyList<(string Topic, long Minutes, int Times)>> ByTopic(Guid placeId, Guid organisation, CancellationToken stop)
    {
        var sums = await (
            from about in db.Set<EntryGroup>()
            join entry in db.SupportEntries(placeId) on about.EntryId equals entry.Id
            where about.OrganisationId == organisation
            group entry by entry.TopicId into same
            select new { same.Key, Minutes = same.Sum(entry => (long?)entry.Minutes) ?? 0, Times = same.Count() }).ToListAsync(stop);
        var topics = await db.Topics(placeId).AsNoTracking().ToDictionaryAsync(topic => topic.Id, stop);
        return
        [
            .. sums.GroupBy(sum => topics[sum.Key].ParentId is { } parent ? topics[parent].Name : topics[sum.Key].Name)
                .Select(same => (same.Key, same.Sum(sum => sum.Minutes), same.Sum(sum => sum.Times)))
                .OrderByDescending(sum => sum.Item2).ThenBy(sum => sum.Key, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>What one worker wrote last; null where they have written nothing.</summary>
    public Task<EntryLine?> LatestBy(Guid placeId, Guid worker, CancellationToken stop) =>
        Lines(db.SupportEntries(placeId).Where(entry => entry.WorkerId == worker && entry.ImportId == null).OrderByDescending(entry => entry.WrittenAt).Take(1)).FirstOrDefaultAsync(stop);

    /// <summary>The groups that a worker helped last.</summary>
    public async Task<IReadOnlyList<OrganisationSummary>> LatelyBy(Guid placeId, Guid worker, int most, CancellationToken stop)
    {
        var about = await (
            from entry in db.SupportEntries(placeId).Where(entry => entry.WorkerId == worker).OrderByDescending(entry => entry.WrittenAt).Take(most * 3)
            join one in db.Set<EntryGroup>() on entry.Id equals one.EntryId
            select new { entry.WrittenAt, one.OrganisationId }).ToListAsync(stop);
        var ids = about.OrderByDescending(one => one.WrittenAt).Select(one => one.OrganisationId).Distinct().Take(most).ToList();
        var groups = await db.ListedOrganisations(placeId).Where(group => ids.Contains(group.Id)).ToListAsync(stop);
        return [.. groups.OrderBy(group => ids.IndexOf(group.Id))];
    }

    public Task<List<OrganisationSummary>> GroupsOf(Guid placeId, Guid entry, CancellationToken stop) =>
        db.AllOrganisations(placeId).Where(group => db.Set<EntryGroup>().Any(about => about.EntryId == entry && about.OrganisationId == group.Id)).OrderBy(group => group.Name).ToListAsync(stop);

    private IQueryable<EntryLine> Lines(IQueryable<SupportEntry> entries) =>
        from entry in entries.AsNoTracking()
        join topic in db.Set<Topic>() on entry.TopicId equals topic.Id
        join person in db.Set<Person>() on entry.WorkerId equals person.Id into people
        from person in people.DefaultIfEmpty()
        join arrival in db.Set<Arrival>() on entry.ImportId equals arrival.Id into files
        from file in files.DefaultIfEmpty()
        orderby entry.OnDay descending, entry.WrittenAt descending, entry.Id
        select new EntryLine(entry, topic.Name, person, file);
}
