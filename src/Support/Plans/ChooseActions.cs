using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Support.Library;
using Trellis.Support.Topics;

namespace Trellis.Support.Plans;

/// <summary>Puts actions into a group's plan: suggested ones that it chose, or one in its own words. The first one begins the plan.</summary>
internal sealed class ChooseActions(Db db, TopicTree topics, TimeProvider clock)
{
    /// <summary>A group that does three to five things gets them done.</summary>
    public const int Most = 5;

    private const int UsualDays = 91;
    private const string TooMany = "A plan with more than five open actions is seldom finished. Finish one or give one up first; what you have in mind will wait.";

    /// <param name="Worker">Who of the staff is at it; null where the group itself is.</param>
    public sealed record Whose(OrganisationSummary Group, Guid? Worker);

    private sealed record Wanted(ActionForm.Said Said, Guid? ResourceId);

    public async Task<Result<int>> Handle(Whose whose, IReadOnlyList<SuggestedAction> chosen, CancellationToken stop)
    {
        if (chosen.Count == 0)
        {
            return new Problem("Chosen", "Choose at least one, or write one of your own.");
        }

        var offered = await topics.Offered(whose.Group.PlaceId, stop);
        var due = PlanWords.Day(Today.AddDays(UsualDays));
        var forms = chosen.Select(one => new ActionForm
        {
            Title = one.Title,
            Why = one.Why,
            Help = [.. one.Help.Select(help => help.ToString())],
            Topic = (offered.FirstOrDefault(topic => topic.Key == one.TopicKey) ?? offered[0]).Id.ToString(),
            Criterion = one.Criterion,
            DueOn = due,
        });
        return await Add(whose, [.. forms.Zip(chosen, (form, one) => new Wanted(form.Read(offered).Value, one.ResourceId))], stop);
    }

    public async Task<Result<int>> Handle(Whose whose, ActionForm form, CancellationToken stop)
    {
        var read = form.Read(await topics.Offered(whose.Group.PlaceId, stop));
        return read.Succeeded ? await Add(whose, [new(read.Value, null)], stop) : read.Problems.ToArray();
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private async Task<Result<int>> Add(Whose whose, Wanted[] wanted, CancellationToken stop)
    {
        var plan = await Plan(whose, stop);
        var titles = await db.Set<PlanAction>().Where(action => action.PlanId == plan.Id && (action.State == ActionState.NotBegun || action.State == ActionState.GoingOn)).Select(action => action.Title).ToListAsync(stop);
        var added = wanted.Where(one => !titles.Contains(one.Said.Title)).ToArray(); // whoever presses twice has chosen once
        if (titles.Count + added.Length > Most)
        {
            db.ChangeTracker.Clear();
            return new Problem(wanted.Length > 1 ? "Chosen" : "Title", TooMany);
        }

        var now = clock.GetUtcNow();
        foreach (var one in added)
        {
            var action = db.Add(Make(plan, one.Said, now)).Entity;
            if (one.ResourceId is { } resource)
            {
                db.Add(new ActionResource { ActionId = action.Id, ResourceId = resource });
            }
        }

        plan.Version += db.Entry(plan).State == EntityState.Unchanged ? 1 : 0; // two who choose at once do not go past the most
        return await Save(added.Length, stop);
    }

    private async Task<GroupPlan> Plan(Whose whose, CancellationToken stop)
    {
        var plan = await db.PlanOf(whose.Group.PlaceId, whose.Group.Id, stop)
            ?? db.Add(new GroupPlan { Id = await NextId(whose.Group, stop), PlaceId = whose.Group.PlaceId, OrganisationId = whose.Group.Id, BegunOn = Today }).Entity;
        plan.WorkerId ??= whose.Worker;
        return plan;
    }

    /// <summary>The same for two who begin the group's next plan at one moment, so that only one of them can.</summary>
    private async Task<Guid> NextId(OrganisationSummary group, CancellationToken stop) =>
        new(SHA256.HashData([.. group.Id.ToByteArray(), .. BitConverter.GetBytes(await db.Plans(group.PlaceId).CountAsync(plan => plan.OrganisationId == group.Id, stop))]).AsSpan(0, 16));

    private async Task<Result<int>> Save(int added, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
            return added;
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return new Problem("", "Somebody else changed the plan at this moment. Look at it again, then choose.");
        }
    }

    private static PlanAction Make(GroupPlan plan, ActionForm.Said said, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        PlaceId = plan.PlaceId,
        PlanId = plan.Id,
        Title = said.Title,
        Why = said.Why,
        LeadName = said.LeadName,
        Help = said.Help,
        TopicId = said.TopicId,
        Criterion = said.Criterion,
        DueOn = said.DueOn,
        State = said.State is ActionState.GivenUp ? ActionState.NotBegun : said.State,
        Told = Told.No,
        WrittenAt = now,
        ChangedAt = now,
    };
}
