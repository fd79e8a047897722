using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Support.Topics;

namespace Trellis.Support.Samples;

/// <summary>What made-up work rests on: made-up groups, the made-up worker who helps them, and the place's topics.</summary>
internal sealed class SampleGround(Db db, MakeSample people, TopicTree topics)
{
    /// <param name="Groups">In the order in which they were made.</param>
    public sealed record Found(List<OrganisationSummary> Groups, Person Worker, IReadOnlyDictionary<string, Guid> Topics)
    {
        /// <summary>By its short name; the first one where the place has changed its tree.</summary>
        public Guid Topic(string key) => Topics.TryGetValue(key, out var topic) ? topic : Topics.Values.First();
    }

    /// <summary>Null where nothing is made up: in a real place.</summary>
    public async Task<Found?> Of(Place place, CancellationToken stop)
    {
        var groups = await db.MadeUpGroups(place.Id).ToListAsync(stop);
        return groups.Count == 0 || await people.Handle(place, "sian", stop) is not { } worker
            ? null
            : new(groups, worker, (await topics.All(place.Id, stop)).ToDictionary(topic => topic.Key, topic => topic.Id));
    }
}
