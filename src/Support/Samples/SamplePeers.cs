using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Support.Bids;
using Trellis.Support.Peers;

namespace Trellis.Support.Samples;

/// <summary>Makes up what the demo's made-up groups offer one another and ask, professionals who help them, and bids.</summary>
internal sealed class SamplePeers(Db db, SampleGround ground, TimeProvider clock)
{
    private static readonly (PeerSide Side, string Topic, string Words)[] Helps =
    [
        (PeerSide.Offers, "money-3", "We show how we keep our books in a simple spreadsheet."), (PeerSide.Asks, "money-3", "Somebody who shows our new treasurer how books are kept."),
        (PeerSide.Offers, "premises-1", "Our hall stands empty on Tuesday mornings."), (PeerSide.Asks, "premises-1", "A room for twelve people, once a week, without stairs."),
        (PeerSide.Offers, "people-2", "How we thank our volunteers, for little money."), (PeerSide.Asks, "safeguarding-1", "A safeguarding policy of a group like ours to look at."),
    ];

    private static readonly (string Name, string Skills, string Topic)[] Professionals =
    [
        ("Ines Sample", "Accountant; examines accounts of small charities", "money"), ("Ravi Sample", "Solicitor; leases and hire agreements", "premises"), ("Wren Sample", "Designer; leaflets and websites", "data-and-digital"),
    ];

    private static readonly (string Funder, string Purpose, int Asked, BidOutcome Outcome)[] Bids =
    [
        ("A community fund (made up)", "A kitchen that passes inspection", 9_800, BidOutcome.Won), ("A local trust (made up)", "Trips for young carers", 4_500, BidOutcome.Won), ("A lottery programme (made up)", "A coordinator for two days a week", 46_000, BidOutcome.Lost),
        ("A bank’s foundation (made up)", "Laptops for the homework club", 3_200, BidOutcome.Waiting), ("A council’s small grants (made up)", "Benches for the garden", 950, BidOutcome.Won), ("A health fund (made up)", "Chair exercise on Mondays", 7_400, BidOutcome.NotSubmitted),
    ];

    public static void Add(IServiceCollection services)
    {
        services.AddScoped<SamplePeers>();
        services.AddSingleton(new SampleWork(60, (parts, place, stop) => parts.GetRequiredService<SamplePeers>().Handle(place, stop)));
    }

    public async Task Handle(Place place, CancellationToken stop)
    {
        if (await ground.Of(place, stop) is not { } on || await db.Set<PeerHelp>().AnyAsync(one => one.PlaceId == place.Id && one.OrganisationId == on.Groups[0].Id, stop))
        {
            return;
        }

        var groups = on.Groups;
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        for (var at = 0; at < Helps.Length; at++)
        {
            var (side, topic, words) = Helps[at];
            db.Add(new PeerHelp { Id = Guid.CreateVersion7(now), PlaceId = place.Id, OrganisationId = groups[at % groups.Count].Id, Side = side, TopicId = on.Topic(topic), Words = words, WrittenAt = now.AddDays(-30 - at) });
        }

        db.Add(new Introduction
        {
            Id = Guid.CreateVersion7(now),
            PlaceId = place.Id,
            HelperId = groups[0].Id,
            HelpedId = groups[1 % groups.Count].Id,
            TopicId = on.Topic("money-3"),
            Words = "Books in a simple spreadsheet (made up)",
            WorkerId = on.Worker.Id,
            State = IntroductionState.Introduced,
            AskedAt = now.AddDays(-25),
            HelperAgreedAt = now.AddDays(-24),
            HelpedAgreedAt = now.AddDays(-23),
            IntroducedAt = now.AddDays(-23),
            Minutes = 0,
        });
        Work(place.Id, on, today);
        Bid(place.Id, on, today);
        await db.SaveChangesAsync(stop);
    }

    private void Work(Guid placeId, SampleGround.Found on, DateOnly today)
    {
        var now = clock.GetUtcNow();
        foreach (var (who, at) in Professionals.Select((who, at) => (who, at)))
        {
            var one = db.Add(new Professional
            {
                Id = Guid.CreateVersion7(now),
                PlaceId = placeId,
                Name = who.Name + " (made up)",
                Email = who.Name.Split(' ')[0].ToLowerInvariant() + "@trellis.example",
                Skills = who.Skills,
                TopicId = on.Topic(who.Topic),
                Hours = 10 + (at * 5),
                AgreedOn = today.AddDays(-90),
                UntilOn = today.AddDays(275),
                WrittenAt = now.AddDays(-90),
            }).Entity;
            db.Add(new ProfessionalWork
            {
                Id = Guid.CreateVersion7(now),
                PlaceId = placeId,
                ProfessionalId = one.Id,
                OrganisationId = on.Groups[(at + 3) % on.Groups.Count].Id,
                TopicId = one.TopicId,
                What = at == 0 ? "Examine the accounts of the year" : at == 1 ? "Read the new lease" : "A leaflet in plain words",
                State = at == 0 ? WorkState.Done : at == 1 ? WorkState.Agreed : WorkState.Offered,
                OfferedOn = today.AddDays(-60),
                EndedOn = at == 0 ? today.AddDays(-20) : null,
                Minutes = at == 0 ? 300 : null,
            });
        }
    }

    private void Bid(Guid placeId, SampleGround.Found on, DateOnly today)
    {
        for (var at = 0; at < Bids.Length; at++)
        {
            var (funder, purpose, asked, outcome) = Bids[at];
            var decided = outcome is BidOutcome.Won or BidOutcome.Lost;
            db.Add(new Bid
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                PlaceId = placeId,
                OrganisationId = on.Groups[(at + 2) % on.Groups.Count].Id,
                WorkerId = on.Worker.Id,
                Funder = funder,
                Purpose = purpose,
                AskedPence = asked * 100L,
                HelpedOn = today.AddDays(-160 + (at * 9)),
                SubmittedOn = outcome == BidOutcome.NotSubmitted ? null : today.AddDays(-140 + (at * 9)),
                Outcome = outcome,
                DecidedOn = decided ? today.AddDays(-80 + (at * 9)) : null,
                WonPence = outcome == BidOutcome.Won ? asked * 100L : null,
                WrittenAt = clock.GetUtcNow().AddDays(-160 + (at * 9)),
            });
        }
    }
}
