using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Support.Topics;

/// <summary>Renames a topic, moves it up or down, takes it out of use or brings it back. What was recorded under it keeps it.</summary>
internal sealed class ChangeTopic(Db db, TopicTree tree, TimeProvider clock)
{
    private const string Meanwhile = "Somebody else has changed the topics just now. Look at them again.";

    public async Task<Result<Guid>> Rename(Topic topic, string? called, CancellationToken stop)
    {
        var name = TopicName.Read(await tree.All(topic.PlaceId, stop), called, topic.ParentId, topic.Id);
        if (!name.Succeeded)
        {
            return name.Problems.ToArray();
        }

        topic.Name = name.Value;
        return await Save(topic, stop);
    }

    public Task<Result<Guid>> Retire(Topic topic, bool bringBack, CancellationToken stop)
    {
        topic.RetiredAt = bringBack ? null : topic.RetiredAt ?? clock.GetUtcNow();
        return Save(topic, stop);
    }

    /// <summary>Changes places with the one before it on its level, or after it; at the end of the level nothing happens.</summary>
    public async Task<Result<Guid>> Move(Topic topic, bool up, CancellationToken stop)
    {
        var level = await db.Topics(topic.PlaceId).Where(one => one.ParentId == topic.ParentId).OrderBy(one => one.Position).ThenBy(one => one.Id).ToListAsync(stop);
        var at = level.FindIndex(one => one.Id == topic.Id);
        var other = at + (up ? -1 : 1);
        if (other < 0 || other >= level.Count)
        {
            return topic.Id;
        }

        (level[at].Position, level[other].Position) = (level[other].Position, level[at].Position);
        return await Save(topic, stop);
    }

    private async Task<Result<Guid>> Save(Topic topic, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
            return topic.Id;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Problem("Called", Meanwhile);
        }
    }
}
