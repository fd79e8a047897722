using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Notices;
using Trellis.Support.Events;
using Trellis.Tests.Groups;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Events;

/// <summary>A worker plans an event, and everybody sees it; what cannot be is said in a sentence.</summary>
public sealed class PlanningTests(Site site) : EventScene(site)
{
    private readonly Site site = site;

    [Fact]
    public async Task What_a_worker_plans_everybody_sees_at_once()
    {
        var of = await Planned(
            ("For whom is it?", "treasurers of small groups"), ("What happens there?", "Budgets\nand Gift Aid"), ("Access", "No steps"), ("Who leads it?", "Rosa Bell"),
            ("Price for each person", "10"), ("Less than £10,000 a year", "0"), ("Link for joining online", "https://meet.example.org/abc"), ("Day of session 2", "10/12/2026"), ("Session 2 from", "7.30pm"), ("Session 2 to", "21:00"));
        Assert.Equal($"treasurers-evening-{Word}-2026-12-03", of.Slug);
        var listed = await site.Open("/events");
        Assert.Contains($"Treasurers' evening {Word} For treasurers of small groups Thursday 3 December 2026, 19:00 to 21:00 2 sessions Sale Hall, M33 7ZZ, or online £10 Places are free", listed.Text, StringComparison.Ordinal);
        var page = await listed.Follow(of.Title);
        foreach (var said in new[] { "Thursday 10 December 2026, 19:30 to 21:00", "Free – Less than £10,000 a year", "£10 – £10,000 to £100,000 a year", "Rosa Bell", "No steps", "Budgets", "2 of 2 places are free." })
        {
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("meet.example.org", page.Html, StringComparison.Ordinal); // told only to those who have a place
        Assert.Equal(new DateTimeOffset(2026, 12, 3, 19, 0, 0, TimeSpan.Zero), (await Sessions(of))[0].StartsAt);
    }

    [Fact]
    public async Task In_summer_the_clock_of_the_place_is_an_hour_ahead()
    {
        var of = await Planned(("Day", "6 June 2027"));
        Assert.Equal(new DateTimeOffset(2027, 6, 6, 18, 0, 0, TimeSpan.Zero), (await Sessions(of))[0].StartsAt);
        Assert.Contains("Sunday 6 June 2027, 19:00 to 21:00", (await site.Open("/events/" + of.Slug)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Title", "", "Give the event a title, in at most 120 letters.")]
    [InlineData("Day", "", "Say on which day, as in 3 December 2026.")]
    [InlineData("Day", "31 November 2026", "31 November 2026")]
    [InlineData("Day", "3 December 2025", "3 December 2025, 19:00 is over. Choose a day that is to come.")]
    [InlineData("From", "late", "Say when it begins, as in 19:00 or 7pm.")]
    [InlineData("To", "25:00", "Say when it ends, as in 21:00 or 9pm.")]
    [InlineData("To", "18:00", "It would end at 18:00 and begin at 19:00. Enter an end that is after the beginning")]
    [InlineData("To", "19:00", "It would end at 19:00 and begin at 19:00. Enter an end that is after the beginning")]
    [InlineData("How many people can come?", "0", "Say how many people can come: a number from 1 to 10,000.")]
    [InlineData("How many people can come?", "many", "Say how many people can come: a number from 1 to 10,000.")]
    [InlineData("Where?", "", "Say where it takes place, or give the link for joining online.")]
    [InlineData("Link for joining online", "javascript:alert(1)", "Paste the whole address, as in https://meet.example.org/abc.")]
    [InlineData("Price for each person", "-3", "Enter a price from £0 to £10,000.")]
    [InlineData("Booking opens on", "9 December 2026", "Booking would open after the event has begun.")]
    [InlineData("Last day of booking", "9 December 2026", "Booking would close after the event has begun.")]
    [InlineData("What should people be asked when they book?", "1\n2\n3\n4\n5\n6", "Ask at most 5 questions")]
    public async Task What_cannot_be_is_said_in_a_sentence(string label, string value, string sentence)
    {
        var refused = await PlanOn(await Worker(), (label, value));
        Assert.Equal(422, refused.Status);
        Assert.Contains(refused.Problems, problem => problem.Contains(sentence, StringComparison.Ordinal));
        Assert.DoesNotContain(await site.All<Event>(), one => one.Title.Contains(Word, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sessions_over_one_another_and_booking_that_closes_before_it_opens_are_said()
    {
        var refused = await PlanOn(await Worker(), ("Day of session 2", "3 December 2026"), ("Session 2 from", "20:30"), ("Session 2 to", "22:00"), ("Booking opens on", "2 November 2026"), ("Last day of booking", "1 November 2026"));
        Assert.Equal(
            ["Booking would close on 1 November 2026, before it opens on 2 November 2026. Swap the two, or leave one empty.", "This session begins at 3 December 2026, 20:30, before another ends at 3 December 2026, 21:00. Move one of the two."],
            refused.Problems.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_hour_that_the_clocks_leave_out_is_said()
    {
        var refused = await PlanOn(await Worker(), ("Day", "28 March 2027"), ("From", "01:30"), ("To", "03:00"));
        Assert.Equal(["The clocks go forward that night, and this time does not exist. Choose one an hour later."], refused.Problems);
    }

    [Fact]
    public async Task Pressing_twice_plans_one_event_and_a_second_of_the_same_name_has_an_address_of_its_own()
    {
        var page = await (await Worker()).Open("/work/events/plan");
        (string, string)[] answers = [("Title", "Forum " + Word), ("What is it about?", "Funding"), ("Day", "3 December 2026"), ("From", "9"), ("To", "noon"), ("How many people can come?", "9"), ("Where?", "Hall")];
        Assert.Equal((await page.Press("Plan it", answers)).Response.Headers.Location, (await page.Press("Plan it", answers)).Response.Headers.Location);
        await Planned(("Title", "Forum " + Word));
        Assert.Equal([$"forum-{Word}-2026-12-03", $"forum-{Word}-2026-12-03-2"], (await site.All<Event>()).Where(one => one.Title == "Forum " + Word).Select(one => one.Slug).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_has_booked_is_told_of_another_time_and_two_workers_do_not_overwrite_each_other()
    {
        var of = await Planned();
        await Book(of, "Ann");
        var (one, other) = (await Worker(), await Worker());
        var (page, late) = (await one.Open($"/work/events/{of.Id}/change"), await other.Open($"/work/events/{of.Id}/change"));
        Assert.Equal(302, (await page.Press("Save", ("Day", "4 December 2026"))).Status);
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Contains("Friday 4 December 2026, 19:00 to 21:00", await site.LatestLetter(Email("Ann")), StringComparison.Ordinal);
        Assert.Equal(["Somebody else has changed this event meanwhile. Open it again to see what they changed."], (await late.Press("Save", ("Title", "Mine"))).Problems);
        var letters = await site.InDb(db => db.Set<Letter>().CountAsync(letter => letter.Email == Email("Ann")));
        Assert.Equal(302, (await (await one.Open($"/work/events/{of.Id}/change")).Press("Save", ("Who leads it?", "Rosa"))).Status);
        Assert.Equal(letters, await site.InDb(db => db.Set<Letter>().CountAsync(letter => letter.Email == Email("Ann")))); // nobody is told of what does not concern them
    }

    [Fact]
    public async Task Fewer_places_than_are_taken_are_refused()
    {
        var of = await Planned();
        await Book(of, "Ann");
        await Book(of, "Bob");
        var refused = await (await (await Worker()).Open($"/work/events/{of.Id}/change")).Press("Save", ("How many people can come?", "1"));
        Assert.Equal(["2 people have a place already. Enter at least 2, or take somebody off first."], refused.Problems);
    }
}
