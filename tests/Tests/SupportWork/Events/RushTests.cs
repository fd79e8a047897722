using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Jobs;
using Trellis.Platform.Notices;
using Trellis.Support.Events;
using Trellis.Support.Events.Bookings;
using Trellis.Support.Events.Planning;
using Trellis.Support.Topics;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Jobs;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Events;

/// <summary>Two hundred people press at the same moment, on two nodes, for the last twenty places.</summary>
public sealed class RushTests
{
    private const int People = 200;
    private const int Places = 25;
    private const int Before = 5;

    [Fact]
    public async Task Twenty_have_a_place_and_the_others_wait_in_the_order_they_came()
    {
        var database = TestDatabase.Create();
        await using var one = new Node(database, Nothing);
        await using var other = new Node(database, Nothing);
        var of = await Plan(one);
        for (var first = 0; first < Before; first++)
        {
            Assert.Equal(302, (await Press(await one.Open("/events/" + of.Slug), $"Early {first}")).Status);
        }

        var pages = await Task.WhenAll(Enumerable.Range(0, People).Select(number => (number % 2 == 0 ? one : other).Open("/events/" + of.Slug)));
        var pressed = await Task.WhenAll(pages.Select((page, number) => Press(page, $"Person {number}")));
        Assert.All(pressed, done => Assert.Equal(302, done.Status));
        Assert.Equal((Places - Before, People - Places + Before), (pressed.Count(As("place")), pressed.Count(As("waiting"))));

        var bookings = await one.InDb(db => db.Set<Booking>().AsNoTracking().Where(booking => booking.EventId == of.Id).OrderBy(booking => booking.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, People + Before), bookings.Select(booking => booking.Number));
        Assert.All(bookings.Take(Places), booking => Assert.Equal(BookingState.Booked, booking.State));
        Assert.All(bookings.Skip(Places), booking => Assert.Equal(BookingState.Waiting, booking.State));
        var letters = await one.InDb(db => db.Set<Letter>().Select(letter => letter.Email).ToListAsync());
        Assert.Equal(bookings.Select(booking => booking.Email).Order(StringComparer.Ordinal), letters.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_database_itself_takes_no_more_than_there_are()
    {
        await using var node = new Node(TestDatabase.Create(), Nothing);
        var of = await Plan(node);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => node.InDb(db => db.Database.ExecuteSqlAsync($"UPDATE support_event_seats SET taken = {Places + 1} WHERE event_id = {of.Id}")));
        Assert.Equal(1, await node.InDb(db => db.Database.ExecuteSqlAsync($"UPDATE support_event_seats SET taken = {Places} WHERE event_id = {of.Id}")));
    }

    private static Job Nothing => new("nothing", "Does nothing", Rhythm.Daily(1, 1), (_, _) => Task.FromResult("Nothing."));

    private static Func<PageSeen, bool> As(string what) => page => page.Response.Headers.Location!.ToString().EndsWith("?as=" + what, StringComparison.Ordinal);

    private static Task<PageSeen> Press(PageSeen page, string name) => page.Submit(("Name", name), ("Email address", name.Replace(' ', '-').ToLowerInvariant() + "@example.org"));

    private static async Task<Event> Plan(Node node)
    {
        var place = await node.OnePlace();
        var topic = await node.With<TopicTree, Topic>(async tree => (await tree.Offered(place.Id, default))[0]);
        var form = new EventForm { Title = "Rush", Topic = topic.Id.ToString(), Venue = "Hall", Places = Places.ToString(System.Globalization.CultureInfo.InvariantCulture), Sessions = [new() { Day = "3 December 2026", From = "19:00", To = "21:00" }] };
        var planned = await node.With<PlanEvent, Result<Guid>>(plan => plan.Handle(place.Id, Guid.CreateVersion7(), default, form, default));
        return await node.InDb(db => db.Set<Event>().AsNoTracking().SingleAsync(one => one.Id == planned.Value));
    }
}
