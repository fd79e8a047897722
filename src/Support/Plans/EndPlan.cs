using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Support.Plans;

/// <summary>Closes a plan whose actions are all done or given up, so that the next one can begin.</summary>
internal sealed class EndPlan(Db db, TimeProvider clock)
{
    public async Task<Result<bool>> Handle(GroupPlan plan, CancellationToken stop)
    {
        var states = await db.Set<PlanAction>().Where(action => action.PlanId == plan.Id).Select(action => action.State).ToListAsync(stop);
        if (states.Any(state => state is ActionState.NotBegun or ActionState.GoingOn))
        {
            return new Problem("", "Some actions are open still. Finish them or give them up first, each with a word why.");
        }

        plan.EndedOn = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return await db.SaveUnlessChanged(stop);
    }
}
