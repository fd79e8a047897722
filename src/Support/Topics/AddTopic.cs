using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Support.Topics;

/// <summary>Adds a topic to the place's tree, at the end of its level.</summary>
internal sealed class AddTopic(Db db, TopicTree tree, TimeProvider clock)
{
    /// <param name="placeId">Whose tree.</param>
    /// <param name="called">Its name as typed.</param>
    /// <param name="within">The topic of the first level that it is part of; null for one of the first level itself.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<Result<Guid>> Handle(Guid placeId, string? called, Guid? within, CancellationToken stop)
    {
        var topics = await tree.All(placeId, stop);
        if (within is not null && !topics.Any(one => one.Id == within && one.ParentId is null && one.RetiredAt is null))
        {
            return new Problem("Within", "Choose the topic that it is part of from the list.");
        }

        var name = TopicName.Read(topics, called, within, null);
        if (!name.Succeeded)
        {
            return name.Problems.ToArray();
        }

        var topic = db.Add(new Topic
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            PlaceId = placeId,
            Key = FreeKey(topics, name.Value, within),
            Name = name.Value,
            ParentId = within,
            Position = topics.Max(one => one.Position) + 1,
        }).Entity;
        try
        {
            await db.SaveChangesAsync(stop);
            return topic.Id;
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return new Problem("Called", "Somebody has added this topic just now. Look at the list again.");
        }
    }

    /// <summary>A short name that none has had: it stays in reports for years, so it is never used again.</summary>
    private static string FreeKey(IReadOnlyList<Topic> topics, string name, Guid? within)
    {
        var taken = topics.Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        var first = topics.FirstOrDefault(one => one.Id == within) is { } parent ? $"{parent.Key}-{Slug.From(name)}" : Slug.From(name);
        return taken.Contains(first) ? Enumerable.Range(2, topics.Count + 1).Select(number => $"{first}-{number}").First(key => !taken.Contains(key)) : first;
    }
}
