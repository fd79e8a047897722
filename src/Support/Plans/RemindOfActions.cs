using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Jobs;
using Trellis.Platform.Notices;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Support.Plans;

/// <summary>Writes to a group's leads and to the worker who goes along, a fortnight before an action is due and once when its day is over.</summary>
internal sealed class RemindOfActions(Db db, Post post, PublicAddress address, TimeProvider clock)
{
    public const int SoonDays = 14;

    public static readonly Job Job = new("remind-of-actions", "Remind groups and workers of the actions they planned", Rhythm.Daily(8, 20), (scope, stop) => scope.GetRequiredService<RemindOfActions>().Handle(stop));

    public async Task<string> Handle(CancellationToken stop)
    {
        var letters = 0;
        foreach (var id in await Due(stop))
        {
            letters += await Remind(id, stop);
        }

        return Post.Written(letters);
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private Task<List<Guid>> Due(CancellationToken stop)
    {
        var (today, soon) = (Today, Today.AddDays(SoonDays));
        return db.Set<PlanAction>()
            .Where(one => (one.State == ActionState.NotBegun || one.State == ActionState.GoingOn) && ((one.Told == Told.No && one.DueOn <= soon) || (one.Told == Told.Soon && one.DueOn < today)))
            .OrderBy(one => one.DueOn).ThenBy(one => one.Id).Select(one => one.Id).ToListAsync(stop);
    }

    /// <summary>The letters and that they are written are saved together, one action after the other: a run that is broken off repeats nothing.</summary>
    private async Task<int> Remind(Guid actionId, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var found = await (
            from action in db.Set<PlanAction>()
            join plan in db.Set<GroupPlan>() on action.PlanId equals plan.Id
            where action.Id == actionId
            select new { action, plan }).FirstOrDefaultAsync(stop);
        var readers = found is null ? [] : await Readers(found.plan, stop);
        if (found is null || readers.Count == 0)
        {
            return 0; // whoever comes to it is told then
        }

        var told = found.action.DueOn < Today ? Told.Over : Told.Soon;
        if (found.action.Told == told)
        {
            return 0; // another run was here meanwhile
        }

        found.action.Told = told;
        var group = await db.AllOrganisations(found.plan.PlaceId).FirstAsync(one => one.Id == found.plan.OrganisationId, stop);
        var link = new Uri(await address.Of(db, found.plan.PlaceId, stop), $"/groups/{group.Slug}/plan");
        foreach (var reader in readers)
        {
            post.Queue(new(reader.Email, $"{found.action.Title}: {When(found.action)}", Text(found.action, group, link), PersonId: reader.Id, PlaceId: group.PlaceId, MayWait: true));
        }

        return await db.SaveUnlessChanged(stop) ? readers.Count : 0;
    }

    private async Task<List<Person>> Readers(GroupPlan plan, CancellationToken stop)
    {
        var leads = await db.LeadsOf(plan.OrganisationId).AsNoTracking().ToListAsync(stop);
        var worker = await db.Set<Person>().AsNoTracking().Where(person => person.Id == plan.WorkerId && person.DisabledAt == null
            && db.Set<Appointment>().Any(held => held.PersonId == person.Id && held.ScopeId == plan.PlaceId && held.EndedAt == null && (held.Role == Role.SupportWorker || held.Role == Role.Manager))).ToListAsync(stop);
        return [.. leads.Concat(worker).DistinctBy(person => person.Id)];
    }

    private string When(PlanAction action) => action.DueOn < Today ? $"was to be done by {PlanWords.Day(action.DueOn)}" : action.DueOn == Today ? "due today" : $"due on {PlanWords.Day(action.DueOn)}";

    private string Text(PlanAction action, OrganisationSummary group, Uri link) =>
        $"""
        From the plan of {group.Name}:

            {action.Title}
            {When(action)}{(action.LeadName.Length > 0 ? $"; {action.LeadName} sees to it" : "")}

        If it is done, say so and what shows it. If it needs longer, give it another day. Both here:

            {link}

        The leads of the group get this letter, and the support worker who goes along with the plan.
        """;
}
