using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;
using Trellis.Platform.Measures;
using Trellis.Platform.Places;
using Trellis.Support.Topics;

namespace Trellis.Support.Peers;

/// <summary>Help from other groups and from professionals, for reports.</summary>
internal sealed class PeerRecords(Db db, TopicTree topics) : IRecords
{
    public string Kind => "peer-help";

    public string Title => "Help from other groups and from professionals who volunteer";

    public string Definition => "Two groups that were introduced to one another, by the day on which both had said yes; and a piece of work that a professional finished for a group, by its last day. Introductions that were declined do not count, nor work that was not done.";

    public IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string> { ["by"] = "Who helped", ["topic"] = "What it is about" };

    public IReadOnlyDictionary<string, string> Numbers { get; } = new Dictionary<string, string> { ["minutes"] = "Minutes" };

    public async Task<IReadOnlyList<CountedRecord>> Read(Place place, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var names = (await topics.All(place.Id, stop)).ToDictionary(topic => topic.Id, topic => topic.Name);
        var (from, until) = (Start(first), Start(last.AddDays(1)));
        var met = await db.Introductions(place.Id).AsNoTracking().Where(one => one.State == IntroductionState.Introduced && one.IntroducedAt >= from && one.IntroducedAt < until).ToListAsync(stop);
        var done = await db.ProfessionalWorks(place.Id).AsNoTracking().Where(one => one.State == WorkState.Done && one.EndedOn >= first && one.EndedOn <= last).ToListAsync(stop);
        return [.. met.Select(one => new CountedRecord(one.Id, DateOnly.FromDateTime(one.IntroducedAt!.Value.UtcDateTime), $"One group helped another: {names[one.TopicId]}")
            {
                Groups = [one.HelpedId, one.HelperId],
                Words = new Dictionary<string, string> { ["by"] = "Another group", ["topic"] = names[one.TopicId] },
                Numbers = one.Minutes > 0 ? new Dictionary<string, long> { ["minutes"] = one.Minutes } : new Dictionary<string, long>(),
            })
            .Concat(done.Select(one => new CountedRecord(one.Id, one.EndedOn!.Value, one.What)
            {
                Groups = [one.OrganisationId],
                Words = new Dictionary<string, string> { ["by"] = "A professional", ["topic"] = names[one.TopicId] },
                Numbers = one.Minutes is { } minutes ? new Dictionary<string, long> { ["minutes"] = minutes } : new Dictionary<string, long>(),
            }))
            .OrderBy(record => record.On).ThenBy(record => record.Id)];
    }

    private static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
