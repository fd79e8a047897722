using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Measures;
using Trellis.Support.Bids;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Bids;

/// <summary>Bids that a group was helped with, from the first word to the money.</summary>
public sealed class BidTests(Site site) : Scene(site)
{
    private readonly Site site = site;

    private DateOnly Today => DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task A_bid_is_written_down_handed_in_and_won_and_reports_count_it()
    {
        var worker = await Worker();
        Assert.Contains("No bid has been written down yet.", (await worker.Open(Address("/bids"))).Text, StringComparison.Ordinal);
        var saved = await Save(worker, ("How much was asked?", "£9,500"));
        Assert.Equal(302, saved.Status);
        var record = await Only(Today, Today);
        Assert.Equal(("Not handed in yet", "No", 950_000L), (record.Words["outcome"], record.Words["submitted"], record.Numbers["asked-pence"]));
        Assert.False(record.Numbers.ContainsKey("won-pence")); // not known is not nought

        var begun = Today;
        site.Clock.Pass(TimeSpan.FromDays(40));
        worker = await Worker();
        var page = await (await worker.Open(Address("/bids"))).Follow("A trust: A minibus");
        var won = await page.Submit(("Won", "x"), ("When was it handed in?", begun.AddDays(5).ToString("d M yyyy")), ("When was it decided?", Today.ToString("d M yyyy")), ("How much was won?", "9000"));
        Assert.Equal(302, won.Status);
        Assert.Equal(["A trust: A minibus", "Won", begun.AddDays(5).ToString("d MMMM yyyy"), "£9,500", "£9,000"], Assert.Single((await won.FollowRedirect()).Table("Bids")));
        record = await Only(Today, Today);
        Assert.Equal(("Won", "Yes", 900_000L), (record.Words["outcome"], record.Words["submitted"], record.Numbers["won-pence"]));
        Assert.DoesNotContain(await Records(begun, begun), one => one.Groups.Contains(Group.Id)); // counted once, by its last day
    }

    [Fact]
    public async Task What_cannot_be_is_said_in_words()
    {
        var worker = await Worker();
        var empty = await (await worker.Open(Address("/bids"))).Press("Save the bid");
        Assert.Equal(["Say what the money is for, in at most 500 letters.", "Say who was asked for money, in at most 150 letters."], empty.Problems.Order(StringComparer.Ordinal));
        Assert.Equal(["Enter how much was won, such as £1,500.", "Enter the day of the decision, such as 27 3 2027.", "Enter the day on which it was handed in, such as 27 3 2027."], (await Save(worker, ("Won", "x"))).Problems.Order(StringComparer.Ordinal));
        Assert.Equal(["Enter an amount in pounds, such as £1,500."], (await Save(worker, ("How much was asked?", "lots"))).Problems);
        Assert.Equal(["Enter an amount in pounds, such as £1,500."], (await Save(worker, ("How much was asked?", "-5"))).Problems);
        var order = await Save(worker, ("Not won", "x"), ("When did the help begin?", "1 3 2026"), ("When was it handed in?", "1 2 2026"), ("When was it decided?", "1 1 2026"));
        Assert.Equal(["It was decided before it was handed in. Put one of the two days right.", "It was handed in before the help began. Put one of the two days right."], order.Problems.Order(StringComparer.Ordinal));
        Assert.Equal(["A day lies ahead. Enter what has happened already."], (await Save(worker, ("When did the help begin?", Today.AddDays(3).ToString("d M yyyy")))).Problems);
        Assert.Equal(0, await site.InDb(db => db.Bids(Place.Id).CountAsync(bid => bid.OrganisationId == Group.Id)));
    }

    [Fact]
    public async Task Pressed_twice_it_is_one_bid_and_two_who_change_at_once_are_told()
    {
        var (worker, other) = (await Worker(), await Worker());
        var form = await worker.Open(Address("/bids"));
        Assert.Equal(302, (await form.Press("Save the bid", ("Who was asked for money?", "A trust"), ("What for?", "A minibus"))).Status);
        Assert.Equal(302, (await form.Press("Save the bid", ("Who was asked for money?", "A trust"), ("What for?", "A minibus"))).Status);
        var bid = Assert.Single(await site.InDb(db => db.Bids(Place.Id).Where(one => one.OrganisationId == Group.Id).ToListAsync()));
        var (first, second) = (await worker.Open(Address("/bids/" + bid.Id)), await other.Open(Address("/bids/" + bid.Id)));
        Assert.Equal(302, (await first.Submit(("What for?", "Two minibuses"))).Status);
        var late = await second.Submit(("What for?", "A coach"));
        Assert.Equal(409, late.Status);
        Assert.Contains("Two minibuses", late.Text, StringComparison.Ordinal);
        Assert.Contains("A coach", late.Html, StringComparison.Ordinal);
        Assert.Equal(302, (await late.Submit()).Status);
    }

    [Fact]
    public async Task A_bid_of_another_group_is_not_there_and_the_group_itself_does_not_see_it()
    {
        var worker = await Worker();
        await Save(worker);
        var bid = await site.InDb(db => db.Bids(Place.Id).SingleAsync(one => one.OrganisationId == Group.Id));
        var next = await site.OneGroup(Place);
        Assert.Equal(404, (await worker.Open($"/groups/{next.Slug}/bids/{bid.Id}")).Status);
        Assert.Equal(404, (await (await Lead()).Open(Address("/bids"))).Status);
    }

    private async Task<PageSeen> Save(Visitor worker, params (string Label, string Value)[] more) =>
        await (await worker.Open(Address("/bids"))).Press("Save the bid", [("Who was asked for money?", "A trust"), ("What for?", "A minibus"), .. more]);

    private async Task<CountedRecord> Only(DateOnly first, DateOnly last) => Assert.Single(await Records(first, last), one => one.Groups.Contains(Group.Id));

    private Task<IReadOnlyList<CountedRecord>> Records(DateOnly first, DateOnly last) =>
        site.With<IEnumerable<IRecords>, IReadOnlyList<CountedRecord>>(all => all.Single(one => one.Kind == "bids").Read(Place, first, last, default));
}
