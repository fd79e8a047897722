using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Web.Components;
using Trellis.Support.Plans;

namespace Trellis.Support.Library;

/// <summary>Says that an action of a plan uses something of the library.</summary>
internal sealed class UseResource(Db db, FindResources find)
{
    /// <summary>What the action does not use yet: of its own topic first.</summary>
    public async Task<IReadOnlyList<Choice>> Offered(PlanAction action, CancellationToken stop)
    {
        var used = await db.Set<ActionResource>().Where(use => use.ActionId == action.Id).Select(use => use.ResourceId).ToListAsync(stop);
        return [.. (await find.Handle(action.PlaceId, null, null, stop)).Where(line => !used.Contains(line.Resource.Id))
            .OrderByDescending(line => action.Criterion is not null && line.Resource.Criterion == action.Criterion)
            .ThenByDescending(line => line.Resource.TopicId == action.TopicId || line.FirstTopic == action.TopicId)
            .Select(line => new Choice(line.Resource.Id.ToString(), line.Resource.Title))];
    }

    public async Task<Result<Guid>> Handle(PlanAction action, string? chosen, CancellationToken stop)
    {
        if ((await Offered(action, stop)).FirstOrDefault(one => one.Value == chosen) is not { } found)
        {
            return new Problem("Resource", "Choose what of the library it is to use.");
        }

        db.Add(new ActionResource { ActionId = action.Id, ResourceId = Guid.Parse(found.Value) });
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            db.ChangeTracker.Clear(); // it uses it already
        }

        return action.Id;
    }
}
