using Microsoft.EntityFrameworkCore;
using Trellis.Support.Events;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Events;

/// <summary>A place with workers who run events, and people who come to them.</summary>
public abstract class EventScene(Site site) : Scene(site)
{
    private readonly Site site = site;

    /// <summary>A word of this test's own, so that it finds its own things.</summary>
    private protected string Word { get; } = "quokka" + Guid.CreateVersion7().ToString("n")[^10..];

    /// <summary>As a worker plans it: an evening for treasurers, unless the answers say otherwise.</summary>
    private protected async Task<PageSeen> PlanOn(Visitor worker, params (string Label, string Value)[] answers)
    {
        var usual = new Dictionary<string, string>
        {
            ["Title"] = "Treasurers' evening " + Word,
            ["What is it about?"] = "Money",
            ["Day"] = "3 December 2026",
            ["From"] = "19:00",
            ["To"] = "9pm",
            ["How many people can come?"] = "2",
            ["Where?"] = "Sale Hall, M33 7ZZ",
        };
        foreach (var (label, value) in answers)
        {
            usual[label] = value;
        }

        return await (await worker.Open("/work/events/plan")).Press("Plan it", [.. usual.Select(pair => (pair.Key, pair.Value))]);
    }

    private protected async Task<Event> Planned(params (string Label, string Value)[] answers)
    {
        var done = await PlanOn(await Worker(), answers);
        Assert.True(done.Status == 302, string.Join("; ", done.Problems));
        var id = Guid.Parse(done.Response.Headers.Location!.ToString().Split('/')[^1]);
        return await site.InDb(db => db.Set<Event>().AsNoTracking().SingleAsync(one => one.Id == id));
    }

    /// <summary>Anybody books, with no account.</summary>
    private protected async Task<PageSeen> Book(Event of, string name, params (string Label, string Value)[] answers) =>
        await (await site.Open("/events/" + of.Slug)).Submit([("Name", name), ("Email address", Email(name)), .. answers]);

    private protected string Email(string name) => $"{name.ToLowerInvariant()}-{Word}@example.org";

    private protected Task<Booking> BookingOf(Event of, string name) => site.InDb(db => db.Set<Booking>().AsNoTracking().Where(one => one.EventId == of.Id && one.Name == name).OrderByDescending(one => one.Number).FirstAsync());

    private protected Task<Seats> SeatsOf(Event of) => site.InDb(db => db.Set<Seats>().AsNoTracking().SingleAsync(one => one.EventId == of.Id));

    private protected Task<List<EventSession>> Sessions(Event of) => site.InDb(db => db.SessionsOf(of.Id, default));

    /// <summary>The first link of the latest letter that leads to this page.</summary>
    private protected async Task<string> LinkTo(string page, string name)
    {
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        var lines = (await site.LatestLetter(Email(name))).Split('\n').Select(line => line.Trim());
        return new Uri(lines.First(line => line.StartsWith("http", StringComparison.Ordinal) && line.Contains(page, StringComparison.Ordinal))).PathAndQuery;
    }

    private protected async Task<PageSeen> PressInMail(string name, string button)
    {
        var done = await (await site.Open(await LinkTo("/booking?key=", name))).Press(button);
        site.Clock.Pass(TimeSpan.FromSeconds(1)); // so that the latest letter is the latest
        return done;
    }
}
