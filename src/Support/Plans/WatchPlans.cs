using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Support.Log;

namespace Trellis.Support.Plans;

/// <summary>The plans of the place that go on: what is due next in each, and in which nothing has happened for a while.</summary>
internal sealed class WatchPlans(Db db, TimeProvider clock)
{
    /// <summary>After so many days in which nothing was changed, done or logged, somebody should ask.</summary>
    public const int QuietDays = 60;

    /// <param name="NextDue">The day of the open action that is due first; null where none is open.</param>
    public sealed record Line(string Slug, string Name, Guid? WorkerId, string? Worker, int Open, int Overdue, DateOnly? NextDue, DateOnly LastOn, bool IsQuiet);

    public async Task<IReadOnlyList<Line>> Handle(Guid placeId, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var plans = await (
            from plan in db.Plans(placeId).AsNoTracking()
            where plan.EndedOn == null
            join organisation in db.AllOrganisations(placeId) on plan.OrganisationId equals organisation.Id
            join person in db.Set<Person>().AsNoTracking() on plan.WorkerId equals person.Id into people
            from person in people.DefaultIfEmpty()
            select new { plan, organisation.Slug, organisation.Name, person }).ToListAsync(stop);
        var actions = (await db.Actions(placeId).AsNoTracking().Where(action => db.Plans(placeId).Any(plan => plan.Id == action.PlanId && plan.EndedOn == null)).ToListAsync(stop)).ToLookup(action => action.PlanId);
        var helped = await Helped(placeId, stop);
        return [.. plans.Select(row =>
        {
            var open = actions[row.plan.Id].Where(action => action.IsOpen).ToList();
            var last = actions[row.plan.Id].Select(action => DateOnly.FromDateTime(action.ChangedAt.UtcDateTime)).Append(row.plan.BegunOn).Append(helped.GetValueOrDefault(row.plan.OrganisationId)).Max();
            return new Line(row.Slug, row.Name, row.plan.WorkerId, row.person?.ShownName, open.Count, open.Count(action => action.DueOn < today), open.Count == 0 ? null : open.Min(action => action.DueOn), last, last.AddDays(QuietDays) < today);
        }).OrderByDescending(line => line.IsQuiet).ThenByDescending(line => line.Overdue).ThenBy(line => line.NextDue ?? DateOnly.MaxValue).ThenBy(line => line.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>When each group was last helped with something of its plan.</summary>
    private async Task<Dictionary<Guid, DateOnly>> Helped(Guid placeId, CancellationToken stop) => await (
        from entry in db.SupportEntries(placeId)
        where entry.ActionId != null
        join about in db.Set<EntryGroup>() on entry.Id equals about.EntryId
        group entry.OnDay by about.OrganisationId into days
        select new { days.Key, Last = days.Max() }).ToDictionaryAsync(one => one.Key, one => one.Last, stop);
}
