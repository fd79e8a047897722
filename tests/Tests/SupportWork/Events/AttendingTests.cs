using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Measures;
using Trellis.Platform.Notices;
using Trellis.Platform.Privacy;
using Trellis.Support.Events;
using Trellis.Support.Events.Attending;
using Trellis.Support.Events.Letters;
using Trellis.Support.Log;
using Trellis.Tests.Groups;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Events;

/// <summary>Who came is marked at the door with one tap, counts once as help for the group, and gives a certificate; they are reminded before and asked after.</summary>
public sealed class AttendingTests(Site site) : EventScene(site)
{
    private readonly Site site = site;

    /// <summary>Time only goes on: each test has a day of its own.</summary>
    private DateOnly day;

    [Fact]
    public async Task One_tap_marks_who_came_and_counts_once_for_their_group()
    {
        var (of, worker) = await AtTheDoor("Ann", "Bob", "Cem");
        var list = await worker.Open(await ListOf(of));
        Assert.Equal(["Ann", "Bob", "Cem"], list.All("h2"));
        foreach (var name in new[] { "Ann", "Bob" })
        {
            list = await (await list.Press(name + " came")).FollowRedirect();
        }

        Assert.Contains("2 came, 1 not marked yet.", list.Text, StringComparison.Ordinal);
        var entry = Assert.Single(await site.All<SupportEntry>(), one => one.Done == "Came to " + of.Title);
        Assert.Equal((120, Way.Training, day, true), (entry.Minutes, entry.Way, entry.OnDay, entry.IsShared));
        Assert.Equal([Group.Id], (await site.All<EntryGroup>()).Where(one => one.EntryId == entry.Id).Select(one => one.OrganisationId));

        list = await (await list.Press("The others did not come")).FollowRedirect();
        Assert.Contains("2 came, 0 not marked yet.", list.Text, StringComparison.Ordinal);
        list = await (await list.Press("Ann did not come")).FollowRedirect();
        Assert.NotEmpty(await Entries(of)); // Bob is of the group, too
        await list.Press("Bob did not come");
        Assert.Empty(await Entries(of));
        Assert.Null((await BookingOf(of, "Bob")).Certificate);
    }

    [Fact]
    public async Task It_shows_by_itself_under_the_action_of_the_plan_that_it_serves()
    {
        var (of, worker) = await AtTheDoor("Ann", "Bob");
        foreach (var (title, topic) in new[] { ("Write a budget", "Money: Budgets and reserves"), ("Ask the bank", "Money"), ("Name a lead", "Safeguarding") })
        {
            Assert.Equal(302, (await (await worker.Open(Address("/choose-actions"))).Press("Put it into the plan", ("What is to be done?", title), ("Why?", "It is asked for"), ("By when?", "1 3 2029"), ("What is it about?", topic))).Status);
        }

        Assert.DoesNotContain("What has served it", (await worker.Open(Address("/plan"))).Text, StringComparison.Ordinal);
        await (await worker.Open(await ListOf(of))).Press("Ann came");
        var plan = await worker.Open(Address("/plan"));
        Assert.Equal(["Ask the bank", "Write a budget"], plan.Document.QuerySelectorAll("main li[id^=action]").Where(action => action.TextContent.Contains($"{of.Title} (1 came)", StringComparison.Ordinal)).Select(action => action.QuerySelector("h3")!.TextContent).Order());
        Assert.Equal("/work/events/" + of.Id, plan.Document.QuerySelector("main li[id^=action] li a")!.GetAttribute("href"));
        var lead = await Lead();
        Assert.Equal("/events/" + of.Slug, (await lead.Open(Address("/plan"))).Document.QuerySelector("main li[id^=action] li a")!.GetAttribute("href"));
        Assert.Equal(200, (await lead.Open("/events/" + of.Slug)).Status);
    }

    [Fact]
    public async Task Of_which_group_somebody_was_can_be_put_right_afterwards()
    {
        var (of, worker) = await AtTheDoor("Ann");
        await (await worker.Open(await ListOf(of))).Press("Ann came");
        var other = await site.OneGroup(Place, "Other " + Word);
        var page = await worker.Open("/work/events/bookings/" + (await BookingOf(of, "Ann")).Id);
        Assert.Equal(["No group, or more than one, has this name. Open the group's page and paste its address here."], (await page.Press("Save the group", ("Group", "Nobody knows it"))).Problems);
        Assert.Equal(302, (await page.Press("Save the group", ("Group", "https://trellis.example/groups/" + other.Slug))).Status);
        var entry = Assert.Single(await Entries(of));
        Assert.Equal([other.Id], (await site.All<EntryGroup>()).Where(one => one.EntryId == entry.Id).Select(one => one.OrganisationId));
        var attended = await site.With<EventsAttended, IReadOnlyList<EventsAttended.Line>>(read => read.Handle(other.Id, default));
        Assert.Equal((of.Title, of.TopicId, 1), (attended.Single().Title, attended.Single().TopicId, attended.Single().People));
        await page.Press("Save the group", ("Group", ""));
        Assert.Empty(await Entries(of));
    }

    [Fact]
    public async Task Nobody_is_marked_days_before_it_begins()
    {
        var of = await Planned(("Day", "3 December 2028"));
        await Book(of, "Ann");
        var worker = await Worker();
        Assert.Equal(["Who came can be marked from two hours before it begins."], (await (await worker.Open(await ListOf(of))).Press("Ann came")).Problems);
    }

    [Fact]
    public async Task People_are_reminded_once_asked_once_and_can_show_a_certificate()
    {
        var of = await PlannedSoon();
        await Book(of, "Ann");
        await Book(of, "Bob");
        await Book(of, "Cem"); // waits, and is not reminded
        var starts = (await Sessions(of))[0].StartsAt;
        site.Clock.Now = starts.AddHours(-40);
        await Letters();
        await Letters();
        Assert.Equal((2, 2, 1), (await Count("Ann"), await Count("Bob"), await Count("Cem")));
        Assert.Contains("If you cannot come, please give the place back", await site.LatestLetter(Email("Ann")), StringComparison.Ordinal);

        site.Clock.Now = starts.AddMinutes(5);
        var worker = await Worker();
        await (await worker.Open(await ListOf(of))).Press("Ann came");
        await Letters();
        Assert.Equal(2, await Count("Ann")); // not while it goes on
        site.Clock.Now = starts.AddHours(2).AddMinutes(5);
        await Letters();
        await Letters();
        Assert.Equal((3, 2), (await Count("Ann"), await Count("Bob"))); // who did not come is not asked

        var link = await LinkTo("/usefulness?key=", "Ann");
        var page = await site.Open(link);
        Assert.Equal(["Choose how useful it was."], (await page.Submit(("Why? A sentence, if you like", "x"))).Problems);
        Assert.Equal("Thank you", (await page.Submit(("4 – useful", "x"), ("Why? A sentence, if you like", "Now I can read a budget"))).Heading);
        Assert.Equal(410, (await site.Open(link)).Status);
        var booking = await BookingOf(of, "Ann");
        Assert.Equal((4, "Now I can read a budget"), (booking.Usefulness, booking.UsefulnessWhy));

        var certificate = await site.Open(await LinkTo("/certificates/", "Ann"));
        Assert.Equal("Ann", certificate.Heading);
        Assert.All([of.Title, $"{day:dddd d MMMM yyyy}, 19:00 to 21:00", "2 hours", "Money"], fact => Assert.Contains(fact, certificate.Text, StringComparison.Ordinal));
        Assert.Contains("/certificates/" + booking.Certificate, certificate.Text, StringComparison.Ordinal);
        var forged = booking.Certificate![..15] + (booking.Certificate[^1] == '2' ? '3' : '2');
        Assert.Equal(404, (await site.Open("/certificates/" + forged)).Status);
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString((await certificate.Follow("Take it as a PDF")).Body), StringComparison.Ordinal);
        Assert.Equal(404, (await site.Open($"/certificates/{forged}.pdf")).Status);
    }

    [Fact]
    public async Task Calendars_get_each_session_and_no_secret()
    {
        var of = await Planned(("Day", "3 December 2028"), ("Link for joining online", "https://meet.example.org/abc"), ("Day of session 2", "10 December 2028"), ("Session 2 from", "19:00"), ("Session 2 to", "21:00"));
        foreach (var address in new[] { $"/events/{of.Slug}.ics", "/events.ics" })
        {
            var file = await site.Open(address);
            var text = Encoding.UTF8.GetString(file.Body);
            Assert.Equal("text/calendar", file.Response.Content.Headers.ContentType!.MediaType);
            Assert.Contains("DTSTART:20281203T190000Z\r\n", text, StringComparison.Ordinal);
            Assert.Contains($"evening {Word} (2 of 2)", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("meet.example.org", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Reports_count_events_and_people_as_a_hand_would()
    {
        var (of, worker) = await AtTheDoor("Ann", "Bob", "Cem");
        var list = await worker.Open(await ListOf(of));
        await list.Press("Ann came");
        await list.Press("The others did not come");
        var (ann, attendances) = (await BookingOf(of, "Ann"), await Records("attendances"));
        Assert.Equal(3, attendances.Count);
        Assert.Equal(["Yes"], attendances.Where(one => one.Groups.Contains(Group.Id) && one.Id == ann.Id).Select(one => one.Words["came"]));
        Assert.Equal((2, 120), (attendances.Count(one => one.Words["came"] == "No"), attendances.Sum(one => one.Numbers.GetValueOrDefault("minutes"))));
        Assert.All(attendances, one => Assert.DoesNotContain("Ann", one.Title, StringComparison.Ordinal));
        var counted = (await Records("events")).Single(one => one.Id == of.Id);
        Assert.Equal(("Money", "Training", 3L, 3L, day), (counted.Words["topic"], counted.Words["kind"], counted.Numbers["places"], counted.Numbers["booked"], counted.On));
    }

    [Fact]
    public async Task Who_is_erased_goes_from_the_booking_while_the_count_stays()
    {
        var (of, worker) = await AtTheDoor("Ann", "Bob");
        await (await worker.Open(await ListOf(of))).Press("Ann came");
        var certificate = (await BookingOf(of, "Ann")).Certificate;
        await site.SignIn(Email("Ann"));
        var person = await site.InDb(db => db.Set<Person>().SingleAsync(one => one.Email == Email("Ann")));
        await site.With<ErasePerson, Result<ErasePerson.Done>?>(erase => erase.Handle(person.Id, "Asked", default));
        var left = (await site.All<Booking>()).Single(one => one.EventId == of.Id && one.Name.Length == 0);
        Assert.Equal(("", null), (left.Email, left.Certificate));
        Assert.Equal(404, (await site.Open("/certificates/" + certificate)).Status);
        Assert.Contains("1 came", (await worker.Open(await ListOf(of))).Text, StringComparison.Ordinal);
        Assert.Contains("Somebody who was erased", (await worker.Open("/work/events/" + of.Id)).Text, StringComparison.Ordinal);
    }

    private async Task<(Event Of, Visitor Worker)> AtTheDoor(params string[] names)
    {
        var of = await PlannedSoon(("How many people can come?", "3"));
        foreach (var name in names)
        {
            await Book(of, name, ("Group, if there is one", Group.Name));
        }

        site.Clock.Now = (await Sessions(of))[0].StartsAt;
        return (of, await Worker());
    }

    private Task<Event> PlannedSoon(params (string Label, string Value)[] answers)
    {
        day = LocalTime.Day(site.Clock.Now).AddDays(10);
        return Planned([("Day", $"{day:d MMMM yyyy}"), .. answers]);
    }

    private async Task<string> ListOf(Event of) => $"/work/events/{of.Id}/attendance/{(await Sessions(of))[0].Id}";

    private async Task<List<SupportEntry>> Entries(Event of) => (await site.All<SupportEntry>()).Where(one => one.Done == "Came to " + of.Title).ToList();

    private Task<string> Letters() => site.With<SendEventLetters, string>(send => send.Handle(default));

    private Task<int> Count(string name) => site.InDb(db => db.Set<Letter>().CountAsync(letter => letter.Email == Email(name)));

    private async Task<IReadOnlyList<CountedRecord>> Records(string kind) =>
        await site.With<IEnumerable<IRecords>, IReadOnlyList<CountedRecord>>(all => all.Single(one => one.Kind == kind).Read(Place, day, day, default));
}
