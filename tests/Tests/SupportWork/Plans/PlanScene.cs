using Microsoft.EntityFrameworkCore;
using Trellis.Support.Plans;
using Trellis.Support.Topics;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Plans;

/// <summary>A group with its people, and what they plan.</summary>
public abstract class PlanScene(Site site) : Scene(site)
{
    private readonly Site site = site;

    private protected DateOnly Today => DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime);

    private protected async Task<IReadOnlyList<Topic>> Topics() => await site.With<TopicTree, IReadOnlyList<Topic>>(tree => tree.All(Place.Id, default));

    private protected async Task<Guid> Topic(string key) => (await Topics()).Single(topic => topic.Key == key).Id;

    /// <summary>Puts an action into the group's plan through the page.</summary>
    private protected async Task<PageSeen> Choose(Visitor who, string title, string due = "", string topic = "Money", string lead = "Ann") =>
        await (await who.Open(Address("/choose-actions"))).Press("Put it into the plan", ("What is to be done?", title), ("Why?", "It is asked for"), ("Who at the group sees to it?", lead), ("By when?", due.Length > 0 ? due : Today.AddDays(60).ToString("d M yyyy")), ("What is it about?", topic));

    private protected Task<List<PlanAction>> Actions() => site.InDb(db => db.Set<PlanAction>().AsNoTracking()
        .Where(action => db.Set<GroupPlan>().Any(plan => plan.Id == action.PlanId && plan.OrganisationId == Group.Id)).OrderBy(action => action.Id).ToListAsync());

    private protected async Task<PlanAction> Action(string title) => (await Actions()).Single(action => action.Title == title);
}
