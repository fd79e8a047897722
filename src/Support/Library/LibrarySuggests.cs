using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Platform.Texts;
using Trellis.Support.Log;
using Trellis.Support.Plans;
using Trellis.Support.Topics;

namespace Trellis.Support.Library;

/// <summary>What the library has on the topics that a group was helped with in the last year, the most helped with first.</summary>
internal sealed class LibrarySuggests(Db db, FindResources find, TopicTree topics, Texts t, TimeProvider clock) : ISuggestActions
{
    private const int Most = 4;

    public async Task<IReadOnlyList<SuggestedAction>> For(OrganisationSummary group, CancellationToken stop)
    {
        var since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddYears(-1);
        var entries = await db.SupportEntries(group.PlaceId).Where(entry => entry.OnDay >= since && db.Set<EntryGroup>().Any(about => about.EntryId == entry.Id && about.OrganisationId == group.Id))
            .GroupBy(entry => entry.TopicId).Select(many => new { many.Key, Number = many.Count() }).ToListAsync(stop);
        var tree = (await topics.All(group.PlaceId, stop)).ToDictionary(topic => topic.Id);
        var wanted = entries.GroupBy(one => tree[one.Key].ParentId ?? one.Key).ToDictionary(many => many.Key, many => many.Sum(one => one.Number));
        return [.. (await find.Handle(group.PlaceId, null, null, stop))
            .Where(line => wanted.ContainsKey(line.FirstTopic))
            .OrderByDescending(line => entries.Any(one => one.Key == line.Resource.TopicId)).ThenByDescending(line => wanted[line.FirstTopic]).Take(Most)
            .Select(line => new SuggestedAction("library-" + line.Resource.Id, t["Work through: {0}", line.Resource.Title], line.Resource.Summary, tree[line.Resource.TopicId].Key)
            {
                Criterion = line.Resource.Criterion,
                Help = [line.Resource.Kind == ResourceKind.Template ? Help.Template : Help.Guide],
                ResourceId = line.Resource.Id,
            })];
    }
}
