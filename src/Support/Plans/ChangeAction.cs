using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Support.Topics;

namespace Trellis.Support.Plans;

/// <summary>Changes an action: what, why, who, by when; begins it, gives it up with a reason, takes it up again.</summary>
internal sealed class ChangeAction(Db db, TopicTree topics, TimeProvider clock)
{
    /// <summary>False where somebody else was quicker and nothing was changed.</summary>
    public async Task<Result<bool>> Handle(PlanAction action, int version, ActionForm form, CancellationToken stop)
    {
        var read = form.Read(await topics.Offered(action.PlaceId, stop), action.TopicId);
        if (!read.Succeeded)
        {
            return read.Problems.ToArray();
        }

        if (action.Version != version)
        {
            return false;
        }

        Take(action, read.Value);
        return await db.SaveUnlessChanged(stop);
    }

    private void Take(PlanAction action, ActionForm.Said said)
    {
        var now = clock.GetUtcNow();
        if (action.DueOn != said.DueOn)
        {
            action.Told = Told.No;
        }

        (action.Title, action.Why, action.LeadName, action.Help) = (said.Title, said.Why, said.LeadName, said.Help);
        (action.TopicId, action.Criterion, action.DueOn, action.ChangedAt) = (said.TopicId, said.Criterion, said.DueOn, now);
        (action.State, action.Because) = (said.State, said.Because);
        action.EndedOn = action.IsOpen ? null : action.EndedOn ?? DateOnly.FromDateTime(now.UtcDateTime);
    }
}
