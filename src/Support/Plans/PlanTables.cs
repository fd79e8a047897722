using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Support.Plans;

internal static class PlanTables
{
    public static IQueryable<GroupPlan> Plans(this Db db, Guid placeId) => db.Set<GroupPlan>().Where(plan => plan.PlaceId == placeId);

    public static IQueryable<PlanAction> Actions(this Db db, Guid placeId) => db.Set<PlanAction>().Where(action => action.PlaceId == placeId);

    /// <summary>The group's plan that is going on; where two groups with a plan each have become one, that which was begun first.</summary>
    public static Task<GroupPlan?> PlanOf(this Db db, Guid placeId, Guid organisation, CancellationToken stop) =>
        db.Plans(placeId).Where(plan => plan.OrganisationId == organisation && plan.EndedOn == null).OrderBy(plan => plan.BegunOn).ThenBy(plan => plan.Id).FirstOrDefaultAsync(stop);

    /// <summary>An action of a plan of the group, of the one that is going on or an earlier one.</summary>
    public static Task<PlanAction?> ActionOf(this Db db, Guid placeId, Guid organisation, Guid actionId, CancellationToken stop) =>
        db.Actions(placeId).FirstOrDefaultAsync(action => action.Id == actionId && db.Plans(placeId).Any(plan => plan.Id == action.PlanId && plan.OrganisationId == organisation), stop);

    public static void Build(ModelBuilder model)
    {
        model.Entity<GroupPlan>(plan =>
        {
            plan.ToTable("support_plan");
            plan.Property(p => p.Version).IsConcurrencyToken();
        });
        model.Entity<PlanAction>(action =>
        {
            action.ToTable("support_action");
            action.Property(a => a.Version).IsConcurrencyToken();
            action.HasOne<GroupPlan>().WithMany().HasForeignKey(a => a.PlanId);
        });
    }
}
