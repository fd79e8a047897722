using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Support.Log;

namespace Trellis.Support.Coming;

/// <summary>Knows the rows that the log has already: those that came with a file before, and those that say the same as an entry.</summary>
internal sealed class KnowTwice(Db db)
{
    /// <summary>Marks the rows that are here. As many rows that say the same are here as there are such entries: two short calls on one day are two.</summary>
    public async Task Handle(Guid placeId, IReadOnlyList<HistoryRow> rows, CancellationToken stop)
    {
        Name(rows);
        var about = (await (
            from one in db.Set<EntryGroup>()
            join entry in db.SupportEntries(placeId) on one.EntryId equals entry.Id
            select one).AsNoTracking().ToListAsync(stop)).ToLookup(one => one.EntryId, one => one.OrganisationId);
        var entries = await db.SupportEntries(placeId).AsNoTracking().Select(one => new { one.Id, one.BroughtKey, one.OnDay, one.Minutes, one.Done }).ToListAsync(stop);
        var byKey = entries.Where(one => one.BroughtKey is not null).ToLookup(one => one.BroughtKey!, one => Same(one.OnDay, one.Minutes, one.Done, about[one.Id]));
        var here = entries.GroupBy(one => Same(one.OnDay, one.Minutes, one.Done, about[one.Id])).ToDictionary(same => same.Key, same => same.Count());
        foreach (var row in rows.Where(row => row.Fate == Fate.ComesIn))
        {
            var same = byKey.Contains(row.Key) ? byKey[row.Key].First() : Same(row.OnDay, row.Minutes, row.Done, row.Groups.Select(group => group.Id));
            var left = here.GetValueOrDefault(same);
            if (byKey.Contains(row.Key) || left > 0)
            {
                row.Fate = Fate.IsHere;
                here[same] = left - 1;
            }
        }
    }

    /// <summary>Gives each row its key: the other system's own number where each row has another; otherwise what it says, counted.</summary>
    private static void Name(IReadOnlyList<HistoryRow> rows)
    {
        var numbered = rows.Select(row => row.Reference).OfType<string>().ToList();
        var isNumbered = numbered.Distinct().Count() == numbered.Count;
        var seen = new Dictionary<string, int>();
        foreach (var row in rows.Where(row => row.Fault is null))
        {
            var says = isNumbered && row.Reference is { } number
                ? $"number\n{number}\n{row.OnDay:O}" // two systems may both have counted from 1
                : string.Join('\n', [$"{row.OnDay:O}", $"{row.Minutes}", row.WayWord, row.TopicWord, row.WorkerWord, row.Done, .. row.Asked.Select(group => group.Key)]);
            var time = seen[says] = seen.GetValueOrDefault(says) + 1;
            row.Key = Secret.Hash($"{says}\n{time}");
        }
    }

    private static string Same(DateOnly day, int? minutes, string done, IEnumerable<Guid> groups) => string.Join('\n', [$"{day:O}", $"{minutes}", Choices.Key(done), .. groups.Order().Select(id => id.ToString())]);
}
