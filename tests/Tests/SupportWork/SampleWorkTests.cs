using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Notices;
using Trellis.Platform.Places;
using Trellis.Reports.Returns;
using Trellis.Reports.Samples;
using Trellis.Support.Bids;
using Trellis.Support.Events;
using Trellis.Support.Peers;
using Trellis.Support.Plans;
using Trellis.Support.Samples;
using Trellis.Tests.Groups;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork;

/// <summary>What the demo makes up beside the help itself: it is of made-up groups alone, is written to nobody, and is made once.</summary>
public sealed class SampleWorkTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Made_up_plans_events_peers_bids_and_reports_are_there_once_and_of_made_up_groups_alone()
    {
        var place = await Demo("E08000003");
        await Become();
        var groups = await site.InDb(db => db.MadeUpGroups(place.Id).Select(group => group.Id).ToListAsync());
        var plans = (await site.All<GroupPlan>()).Where(plan => plan.PlaceId == place.Id).ToList();
        var actions = (await site.All<PlanAction>()).Where(action => action.PlaceId == place.Id).ToList();
        Assert.InRange(plans.Count, 12, groups.Count);
        Assert.All(plans, plan => Assert.InRange(actions.Count(action => action.PlanId == plan.Id), 3, 5));
        Assert.Contains(actions, action => action.State == ActionState.Done);
        Assert.Contains(actions, action => action.IsOpen && action.DueOn < DateOnly.FromDateTime(site.Clock.Now.UtcDateTime));
        var bookings = (await site.All<Booking>()).Where(booking => booking.PlaceId == place.Id).ToList();
        Assert.All(bookings, booking => Assert.EndsWith("@trellis.example", booking.Email, StringComparison.Ordinal));
        Assert.Contains(bookings, booking => booking.State == BookingState.Waiting);
        Assert.Contains(bookings, booking => booking.Usefulness is not null);
        var peers = (await site.All<PeerHelp>()).Where(one => one.PlaceId == place.Id).ToList();
        var bids = (await site.All<Bid>()).Where(one => one.PlaceId == place.Id).ToList();
        Assert.Equal([], plans.Select(plan => plan.OrganisationId).Concat(bookings.Select(one => one.OrganisationId!.Value)).Concat(peers.Select(one => one.OrganisationId)).Concat(bids.Select(one => one.OrganisationId)).Except(groups));
        Assert.Equal(3, (await site.All<FunderReturn>()).Count(one => one.PlaceId == place.Id));
        var (events, letters) = ((await site.All<Event>()).Count(one => one.PlaceId == place.Id), (await site.All<Letter>()).Count);
        Assert.Equal(7, events);

        foreach (var again in new Func<Task>[] { Again<SamplePlans>((make, stop) => make.Handle(place, stop)), Again<SampleEvents>((make, stop) => make.Handle(place, stop)), Again<SamplePeers>((make, stop) => make.Handle(place, stop)), Again<SampleReports>((make, stop) => make.Handle(place, stop)) })
        {
            await again(); // as after a failure half way
        }

        Assert.Equal((plans.Count, events, peers.Count, bids.Count), ((await site.All<GroupPlan>()).Count(one => one.PlaceId == place.Id), (await site.All<Event>()).Count(one => one.PlaceId == place.Id), (await site.All<PeerHelp>()).Count(one => one.PlaceId == place.Id), (await site.All<Bid>()).Count(one => one.PlaceId == place.Id)));
        Assert.Equal(letters, (await site.All<Letter>()).Count);

        Task<Person?> Become() => site.With<BecomeSample, Person?>(become => become.Handle(place, "sian", default));
    }

    [Fact]
    public async Task Who_meets_a_made_up_person_at_the_same_moment_as_another_meets_the_same()
    {
        var place = await Demo("E08000001");
        var met = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => site.With<MakeSample, Person?>(make => make.Handle(place, "priya", default))));
        Assert.Single(met.Select(person => person!.Id).Distinct());
    }

    private Func<Task> Again<T>(Func<T, CancellationToken, Task> make)
        where T : notnull => () => site.With<T, int>(async one =>
        {
            await make(one, default);
            return 0;
        });

    private Task<Place> Demo(string code) => site.InDb(async db =>
    {
        var made = db.Add(new Place { Id = Guid.CreateVersion7(), Code = code, Name = "Demo", Slug = "demo-" + code.ToLowerInvariant(), IsDemo = true }).Entity;
        await db.SaveChangesAsync();
        return made;
    });
}
