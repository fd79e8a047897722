using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Notices;
using Trellis.Support.Events;
using Trellis.Support.Events.Bookings;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Events;

/// <summary>Anybody books without an account, gives the place back by a link, waits their turn, and is told what happens.</summary>
public sealed class BookingTests(Site site) : EventScene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task Who_books_has_a_place_a_mail_and_a_link_that_gives_it_back_once()
    {
        var of = await Planned(("Link for joining online", "https://meet.example.org/" + Word));
        var booked = await (await Book(of, "Ann", ("Group, if there is one", Group.Name))).FollowRedirect();
        Assert.Equal("You have a place", booked.Heading);
        var letter = await site.LatestLetter(Email("Ann"));
        Assert.Contains("https://meet.example.org/" + Word, letter, StringComparison.Ordinal);
        Assert.Contains("Thursday 3 December 2026, 19:00 to 21:00", letter, StringComparison.Ordinal);
        Assert.Equal(Group.Id, (await BookingOf(of, "Ann")).OrganisationId);

        var link = await LinkTo("/booking?key=", "Ann");
        Assert.Equal(BookingState.Booked, (await BookingOf(of, "Ann")).State);
        await site.Open(link); // opening changes nothing: mail programs open links by themselves
        Assert.Equal(BookingState.Booked, (await BookingOf(of, "Ann")).State);
        Assert.Equal("You are not booked any more", (await PressInMail("Ann", "Give the place back")).Heading);
        Assert.Equal((BookingState.Cancelled, 0), ((await BookingOf(of, "Ann")).State, (await SeatsOf(of)).Taken));
        Assert.Equal((410, "This link works no longer"), ((await site.Open(link)).Status, (await site.Open(link)).Heading));
        Assert.Equal(302, (await Book(of, "Ann")).Status); // and may come back
        Assert.Equal(BookingState.Booked, (await BookingOf(of, "Ann")).State);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_what_was_asked_is_kept()
    {
        var of = await Planned(("What should people be asked when they book?", "What would you like to know?\nDo you eat meat?"), ("£10,000 to £100,000 a year", "£5"), ("Price for each person", "20"));
        var page = await site.Open("/events/" + of.Slug);
        var empty = await page.Submit(("Name", " "), ("Email address", "nobody"));
        Assert.Equal(
            ["Choose how large your group is: the price depends on it.", "Enter an email address such as ann@example.org. Your place is confirmed there.", "Enter your name, in at most 100 letters. It stands on the list at the door."],
            empty.Problems.Order(StringComparer.Ordinal));
        await Book(of, "Ann", ("£10,000 to £100,000 a year£5", "x"), ("Do you eat meat?", "No\u0007"));
        var booking = await BookingOf(of, "Ann");
        Assert.Equal((500, "Do you eat meat? No"), (booking.PricePence, booking.Answers));
        await Book(of, "Bob", ("£1 million to £10 million a year£20", "x"));
        Assert.Equal(2_000, (await BookingOf(of, "Bob")).PricePence);
    }

    [Fact]
    public async Task Pressing_twice_books_once_and_nobody_learns_who_has_booked()
    {
        var of = await Planned();
        var page = await site.Open("/events/" + of.Slug);
        var pressed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => page.Submit(("Name", "Ann"), ("Email address", Email("Ann")))));
        Assert.All(pressed, one => Assert.EndsWith("?as=place", one.Response.Headers.Location!.ToString(), StringComparison.Ordinal));
        Assert.Equal((1, 1), ((await SeatsOf(of)).Taken, (await SeatsOf(of)).LastNumber));
        var again = await (await Book(of, "ANN")).FollowRedirect();
        Assert.Equal(("Thank you", 1), (again.Heading, (await SeatsOf(of)).Taken));
        Assert.Single(await site.InDb(db => db.Set<Letter>().Where(letter => letter.Email == Email("Ann")).ToListAsync()));
        Assert.Equal(302, (await (await site.Open("/events/" + of.Slug)).Submit(("Name", "Her friend"), ("Email address", Email("Ann")))).Status); // one address, two people
        Assert.Equal(2, (await SeatsOf(of)).Taken);
    }

    [Fact]
    public async Task The_list_moves_up_in_order_and_gives_24_hours_to_say_yes()
    {
        var of = await Planned();
        foreach (var name in new[] { "Ann", "Bob", "Cem", "Dee", "Eve" })
        {
            await Book(of, name);
        }

        Assert.Contains("You are on the waiting list", await site.LatestLetter(Email("Cem")) + (await (await Book(of, "Fay")).FollowRedirect()).Heading, StringComparison.Ordinal);
        await PressInMail("Ann", "Give the place back");
        var cem = await BookingOf(of, "Cem");
        Assert.Equal((BookingState.Offered, site.Clock.Now.AddSeconds(-1) + TimeSpan.FromHours(24)), (cem.State, cem.OfferedUntil));
        Assert.Equal((2, 3), ((await SeatsOf(of)).Taken, (await SeatsOf(of)).Waiting));
        await Book(of, "Gus");
        Assert.Equal(BookingState.Waiting, (await BookingOf(of, "Gus")).State); // nobody jumps the queue

        site.Clock.Pass(TimeSpan.FromHours(24));
        Assert.Equal(["The time to say yes is over, and the place goes to the next who waits. You can book again."], (await PressInMail("Cem", "Yes, I take the place")).Problems);
        await MoveOn();
        Assert.Equal((BookingState.Lapsed, BookingState.Offered), ((await BookingOf(of, "Cem")).State, (await BookingOf(of, "Dee")).State));
        await MoveOn(); // half-way and again: nothing is done twice
        Assert.Equal(BookingState.Waiting, (await BookingOf(of, "Eve")).State);
        Assert.Equal("You have a place", (await PressInMail("Dee", "Yes, I take the place")).Heading);
        Assert.Contains("You have a place at", await site.LatestLetter(Email("Dee")), StringComparison.Ordinal);
        await PressInMail("Eve", "Take me off the waiting list");
        Assert.Equal((2, 2), ((await SeatsOf(of)).Taken, (await SeatsOf(of)).Waiting));

        await (await (await Worker()).Open($"/work/events/{of.Id}/change")).Press("Save", ("How many people can come?", "3"));
        Assert.Equal(BookingState.Offered, (await BookingOf(of, "Fay")).State);
    }

    [Fact]
    public async Task A_cancelled_event_tells_everybody_once_and_takes_nobody_more()
    {
        var of = await Planned();
        foreach (var name in new[] { "Ann", "Bob", "Cem" })
        {
            await Book(of, name);
        }

        await PressInMail("Ann", "Give the place back");
        var worker = await Worker();
        var page = await worker.Open("/work/events/" + of.Id);
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(["Say why, in at most 1,000 letters. Those who booked read it."], (await page.Press("Cancel the event and tell everybody", ("Why does it not take place?", " "))).Problems);
        var pages = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => worker.Open("/work/events/" + of.Id)));
        var pressed = await Task.WhenAll(pages.Select(one => one.Press("Cancel the event and tell everybody", ("Why does it not take place?", "Rosa is ill"))));
        Assert.Single(pressed, one => one.Status == 302);
        var letters = await site.InDb(db => db.Set<Letter>().AsNoTracking().ToListAsync());
        Assert.Equal([Email("Bob"), Email("Cem")], letters.Where(letter => letter.QueuedAt == site.Clock.Now).Select(letter => letter.Email).Order(StringComparer.Ordinal)); // not Ann, who left
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Contains("Rosa is ill", await site.LatestLetter(Email("Cem")), StringComparison.Ordinal);
        Assert.Contains("This event was cancelled.", (await site.Open("/events/" + of.Slug)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cancel the event and tell everybody", (await worker.Open("/work/events/" + of.Id)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_it_opens_and_after_it_closes_nobody_books_but_a_worker_for_somebody()
    {
        var of = await Planned(("Booking opens on", "1 November 2026"), ("Last day of booking", "30 November 2026"));
        Assert.Contains("Booking opens on 1 November 2026. Please come back then.", (await site.Open("/events/" + of.Slug)).Text, StringComparison.Ordinal);
        var early = await site.With<BookPlace, Result<BookPlace.Done>?>(book => book.Handle(new(Place.Id, of.Id, Guid.CreateVersion7(), new() { Name = "Ann", Email = Email("Ann") }, ""), default));
        Assert.Equal("Booking opens on 1 November 2026. Please come back then.", early!.Problems.Single().Message);
        var worker = await Worker();
        Assert.Equal(302, (await (await worker.Open("/work/events/" + of.Id)).Press("Book them in", ("Name", "Bob"), ("Email address", Email("Bob")))).Status);
        Assert.Equal(BookingState.Booked, (await BookingOf(of, "Bob")).State);
        await (await (await worker.Open("/work/events/" + of.Id)).Follow("Bob")).Press("Take this booking off");
        Assert.Equal(BookingState.Cancelled, (await BookingOf(of, "Bob")).State);
    }

    private Task<string> MoveOn() => site.With<MoveWaitingLists, string>(move => move.Handle(default));
}
