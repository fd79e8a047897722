using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Support.Events;
using Trellis.Support.Log;

namespace Trellis.Support.Samples;

/// <summary>Makes up events of the demo: four that were held, with who came and what they thought of it, and three to book at.</summary>
internal sealed class SampleEvents(Db db, SampleGround ground, TimeProvider clock)
{
    private const string Told = "An event that was made up for the demo: nobody holds it.";

    private static readonly (string Slug, string Title, EventKind Kind, string Topic, string ForWhom, int Days, int Hour, int Hours, int Places)[] All =
    [
        ("sample-first-budget", "A first budget", EventKind.Training, "money-2", "Treasurers of small groups", -210, 18, 2, 16),
        ("sample-safeguarding-lead", "What a safeguarding lead does", EventKind.Training, "safeguarding-1", "Whoever holds the role, or will", -130, 10, 3, 14),
        ("sample-funders-forum", "Meet the funders", EventKind.Forum, "funding-1", "Everybody who runs a group", -75, 13, 3, 40),
        ("sample-volunteers", "Finding volunteers, and keeping them", EventKind.Training, "people-1", "Coordinators of volunteers", -24, 18, 2, 16),
        ("sample-treasurers-evening", "Treasurers’ evening", EventKind.Training, "money-3", "Treasurers of small groups", 19, 19, 2, 18),
        ("sample-good-meetings", "Meetings that decide something", EventKind.Training, "governance-3", "Chairs and secretaries", 33, 18, 2, 8),
        ("sample-spring-forum", "Spring forum of the groups", EventKind.Forum, "partnership-1", "Everybody who runs a group", 75, 10, 4, 60),
    ];

    private static readonly string[] Names = ["Amal Rahim", "Beth Owen", "Carl Finch", "Dana Novak", "Efe Mensah", "Fay Lyle", "Gus Hart", "Hana Sato", "Ivo Petrov", "Jo Bright", "Kit Marlow", "Lena Voss", "Mo Farouk", "Nell Price"];

    public static void Add(IServiceCollection services)
    {
        services.AddScoped<SampleEvents>();
        services.AddSingleton(new SampleWork(50, (parts, place, stop) => parts.GetRequiredService<SampleEvents>().Handle(place, stop)));
    }

    public async Task Handle(Place place, CancellationToken stop)
    {
        if (await ground.Of(place, stop) is not { } on || await db.Set<Event>().AnyAsync(one => one.PlaceId == place.Id && one.Slug == All[0].Slug, stop))
        {
            return;
        }

        for (var number = 0; number < All.Length; number++)
        {
            Hold(number, place.Id, on);
        }

        await db.SaveChangesAsync(stop);
    }

    private void Hold(int number, Guid placeId, SampleGround.Found on)
    {
        var (slug, title, kind, topic, forWhom, days, hour, hours, places) = All[number];
        var now = clock.GetUtcNow();
        var day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(days);
        var starts = new DateTimeOffset(day.ToDateTime(new(hour, 0)), TimeSpan.Zero);
        var planned = days < 0 ? starts.AddDays(-40) : now.AddDays(-9);
        var of = db.Add(new Event
        {
            Id = Guid.CreateVersion7(planned),
            PlaceId = placeId,
            Slug = slug,
            Title = title + " " + SampleGroups.Mark,
            Kind = kind,
            ForWhom = forWhom,
            About = Told,
            TopicId = on.Topic(topic),
            Venue = "Sample Hall (made up)",
            Access = "Level entrance, a hearing loop, a bus stop at the door",
            Trainer = "Robin Sample",
            PricePence = 0,
            PlannedAt = planned,
            PlannedBy = on.Worker.Id,
        }).Entity;
        var session = db.Add(new EventSession { Id = Guid.CreateVersion7(planned), EventId = of.Id, StartsAt = starts, EndsAt = starts.AddHours(hours) }).Entity;
        var seats = new Seats { EventId = of.Id, Places = places };
        var came = new List<Guid>();
        var wanted = days < 0 ? Math.Min(places, Names.Length) : Math.Min(places + (number % 2), Names.Length - (number * 3 % 5));
        for (var at = 0; at < wanted; at++)
        {
            var group = on.Groups[((number * 5) + (at * 3)) % on.Groups.Count];
            if (Book(of, session, seats, at, group, planned.AddHours(at + 1), days < 0 && at % 5 != 3))
            {
                came.Add(group.Id);
            }
        }

        db.Add(seats);
        Count(of, session, came, on.Worker);
    }

    private bool Book(Event of, EventSession session, Seats seats, int at, OrganisationSummary group, DateTimeOffset when, bool came)
    {
        var (place, name) = (seats.Arrive(), Names[at] + " (made up)");
        var isHeld = session.EndsAt < clock.GetUtcNow();
        var booking = db.Add(new Booking
        {
            Id = Guid.CreateVersion7(when),
            PlaceId = of.PlaceId,
            EventId = of.Id,
            Number = place.Number,
            Name = name,
            SameAs = Booking.Compared(name),
            Email = Names[at].Split(' ')[0].ToLowerInvariant() + "@trellis.example",
            GroupName = group.Name,
            OrganisationId = group.Id,
            PricePence = 0,
            State = place.HasPlace ? BookingState.Booked : BookingState.Waiting,
            BookedAt = when,
            RemindedAt = when, // nobody made up is written to
            AskedAt = isHeld ? session.EndsAt : null,
            Certificate = came && of.Kind == EventKind.Training ? RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 16) : null,
            Usefulness = came && at % 3 != 1 ? 3 + ((at + of.Title.Length) % 3) : null,
        }).Entity;
        if (isHeld)
        {
            db.Add(new Attendance { Id = Guid.CreateVersion7(session.EndsAt), BookingId = booking.Id, SessionId = session.Id, PlaceId = of.PlaceId, Came = came, MarkedAt = session.EndsAt });
        }

        return came;
    }

    /// <summary>Whoever came to a training has had help, as the list of those who came counts it.</summary>
    private void Count(Event of, EventSession session, List<Guid> groups, Person worker)
    {
        if (groups.Count == 0 || of.Kind != EventKind.Training)
        {
            return;
        }

        var entry = db.Add(new SupportEntry
        {
            Id = Guid.CreateVersion7(session.EndsAt),
            PlaceId = of.PlaceId,
            OnDay = LocalTime.Day(session.StartsAt),
            Minutes = session.Minutes,
            Way = Way.Training,
            TopicId = of.TopicId,
            WorkerId = worker.Id,
            Done = MakeSampleSupport.Mark + "came to " + of.Title,
            IsShared = true,
            WrittenAt = session.EndsAt,
        }).Entity;
        session.EntryId = entry.Id;
        db.AddRange(groups.Distinct().Select(group => new EntryGroup { EntryId = entry.Id, OrganisationId = group }));
    }
}
