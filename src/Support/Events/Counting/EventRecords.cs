using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;

namespace Trellis.Support.Events.Counting;

/// <summary>Events that were held, for reports.</summary>
internal sealed class EventRecords(Db db, HeldEvents held) : IRecords
{
    public string Kind => "events";

    public string Title => "Training and events";

    public string Definition => "One for each event that was held, on the day of its first session; a course of four evenings is one. Not counted: events that are still to come, and those that were cancelled.";

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string> { ["kind"] = "Sort of event", ["topic"] = "Topic", ["state"] = "State" };

    public IReadOnlyDictionary<string, string> Numbers { get; } = new Dictionary<string, string> { ["places"] = "Places", ["booked"] = "Places booked", ["sessions"] = "Sessions" };

    public async Task<IReadOnlyList<CountedRecord>> Read(Place place, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var events = await held.Read(place.Id, first, last, stop);
        var seats = await (
            from seat in db.Set<Seats>().AsNoTracking()
            join one in db.Events(place.Id) on seat.EventId equals one.Id
            select seat).ToDictionaryAsync(one => one.EventId, stop);
        var sessions = await (
            from session in db.Set<EventSession>()
            join one in db.Events(place.Id) on session.EventId equals one.Id
            group session by session.EventId into of
            select new { of.Key, Count = of.Count() }).ToDictionaryAsync(one => one.Key, one => one.Count, stop);
        return [.. events.Values.Select(one => new CountedRecord(one.Id, one.On, one.Title)
        {
            Url = "/work/events/" + one.Id,
            Words = new Dictionary<string, string> { ["kind"] = EventWords.Of(one.Kind), ["topic"] = one.Topic, ["state"] = "Held" },
            Numbers = new Dictionary<string, long> { ["places"] = seats[one.Id].Places, ["booked"] = seats[one.Id].Taken, ["sessions"] = sessions[one.Id] },
        }).OrderBy(record => record.On).ThenBy(record => record.Id)];
    }
}
