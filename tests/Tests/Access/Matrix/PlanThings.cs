using Trellis.Support.Bids;
using Trellis.Support.Library;
using Trellis.Support.Plans;
using Trellis.Support.Topics;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access.Matrix;

/// <summary>A group's plan with one action, a bid of it, and a resource of the place's library.</summary>
internal sealed record PlanThings(Guid Action, Guid Bid, Guid Resource)
{
    public static async Task Make(Site site, Guid place, Guid group, PlanThings ids, ActionState state = ActionState.NotBegun)
    {
        var topic = (await site.With<TopicTree, IReadOnlyList<Topic>>(tree => tree.All(place, default)))[0].Id;
        await site.InDb(async db =>
        {
            var now = site.Clock.GetUtcNow();
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            var plan = db.Add(new GroupPlan { Id = Guid.CreateVersion7(), PlaceId = place, OrganisationId = group, BegunOn = today }).Entity;
            db.Add(new PlanAction { Id = ids.Action, PlaceId = place, PlanId = plan.Id, Title = "Sing", Why = "", LeadName = "", Help = "", TopicId = topic, DueOn = today, State = state, Told = Told.No, WrittenAt = now, ChangedAt = now });
            db.Add(new Bid { Id = ids.Bid, PlaceId = place, OrganisationId = group, Funder = "A trust", Purpose = "Songs", HelpedOn = today, Outcome = BidOutcome.Waiting, SubmittedOn = today, WrittenAt = now });
            db.Add(new Resource { Id = ids.Resource, PlaceId = place, Kind = ResourceKind.Link, Title = "Songs", Summary = "To sing", Url = "https://songs.example/", TopicId = topic, Stage = Stage.Any, CheckedOn = today, ReviewOn = today, Edition = 1 });
            await db.SaveChangesAsync();
        });
    }
}
