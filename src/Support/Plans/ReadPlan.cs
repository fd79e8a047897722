using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Support.Library;
using Trellis.Support.Topics;

namespace Trellis.Support.Plans;

/// <summary>A group's plan as it is shown: each action with what served it.</summary>
internal sealed class ReadPlan(Db db, TopicTree topics, Passport passport, IEnumerable<IServeActions> served)
{
    public sealed record Line(PlanAction Action, string Topic, IReadOnlyList<Service> Served, PassportDocument? Document, IReadOnlyList<Resource> Uses);

    /// <param name="Worker">Who of the staff goes along with it, by name.</param>
    public sealed record Seen(GroupPlan Plan, string? Worker, IReadOnlyList<Line> Lines)
    {
        public int Open => Lines.Count(line => line.Action.IsOpen);

        /// <summary>The day of what happened last.</summary>
        public DateOnly LastOn => Lines.SelectMany(line => line.Served.Select(one => one.On).Append(DateOnly.FromDateTime(line.Action.ChangedAt.UtcDateTime))).DefaultIfEmpty(Plan.BegunOn).Max();
    }

    /// <summary>The plan that is going on; null where there is none.</summary>
    /// <param name="isOfGroup">Whether whoever looks belongs to the group; else they are of the staff.</param>
    public async Task<Seen?> Now(OrganisationSummary group, bool isOfGroup, CancellationToken stop) =>
        await db.PlanOf(group.PlaceId, group.Id, stop) is { } plan ? await One(group, plan, isOfGroup, stop) : null;

    /// <summary>The others, the latest first: those that were closed, and what another group brought along when it became part of this one.</summary>
    public async Task<IReadOnlyList<Seen>> Earlier(OrganisationSummary group, bool isOfGroup, CancellationToken stop)
    {
        var now = (await db.PlanOf(group.PlaceId, group.Id, stop))?.Id;
        var plans = await db.Plans(group.PlaceId).AsNoTracking().Where(one => one.OrganisationId == group.Id && one.Id != now).OrderByDescending(one => one.EndedOn).ThenByDescending(one => one.Id).ToListAsync(stop);
        var seen = new List<Seen>();
        foreach (var plan in plans)
        {
            seen.Add(await One(group, plan, isOfGroup, stop));
        }

        return seen;
    }

    private async Task<Seen> One(OrganisationSummary group, GroupPlan plan, bool isOfGroup, CancellationToken stop)
    {
        var actions = await db.Set<PlanAction>().AsNoTracking().Where(action => action.PlanId == plan.Id).ToListAsync(stop);
        var known = (await topics.All(group.PlaceId, stop)).ToDictionary(topic => topic.Id);
        var documents = (await passport.Shown(group, isOfGroup, stop)).ToDictionary(one => one.Id);
        var services = new List<Service>();
        foreach (var source in served)
        {
            services.AddRange(await source.For(group, plan.BegunOn, !isOfGroup, stop));
        }

        var uses = await Uses(plan.Id, stop);
        var worker = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(person => person.Id == plan.WorkerId, stop);
        return new(plan, worker?.ShownName, [.. actions.OrderBy(action => !action.IsOpen).ThenBy(action => action.DueOn).ThenBy(action => action.Id).Select(action => new Line(
            action,
            known.GetValueOrDefault(action.TopicId)?.Name ?? "",
            [.. services.Where(one => one.On <= (plan.EndedOn ?? DateOnly.MaxValue) && Serves(one, action, known)).OrderBy(one => one.On)],
            action.DocumentId is { } document ? documents.GetValueOrDefault(document) : null,
            [.. uses[action.Id]]))]);
    }

    /// <summary>What of the library each action uses.</summary>
    private async Task<ILookup<Guid, Resource>> Uses(Guid planId, CancellationToken stop) => (await (
        from use in db.Set<ActionResource>()
        join resource in db.Set<Resource>().AsNoTracking() on use.ResourceId equals resource.Id
        where db.Set<PlanAction>().Any(action => action.Id == use.ActionId && action.PlanId == planId)
        orderby resource.Title
        select new { use.ActionId, resource }).ToListAsync(stop)).ToLookup(one => one.ActionId, one => one.resource);

    private static bool Serves(Service service, PlanAction action, Dictionary<Guid, Topic> topics) => service.ActionId is { } named
        ? named == action.Id
        : (service.Criterion is not null && service.Criterion == action.Criterion) || (service.ByTopic && IsWithin(service.TopicId, action.TopicId, topics));

    /// <summary>Of one topic, or one of them within the other: an evening on money serves a budget, and an evening on budgets an action on money.</summary>
    private static bool IsWithin(Guid one, Guid other, Dictionary<Guid, Topic> topics) =>
        one == other || topics.GetValueOrDefault(one)?.ParentId == other || topics.GetValueOrDefault(other)?.ParentId == one;
}
