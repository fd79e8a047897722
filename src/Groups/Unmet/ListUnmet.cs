using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Groups.Unmet;

/// <summary>What people of a place looked for most and did not find: need that nobody answers yet.</summary>
internal sealed class ListUnmet(Db db, TimeProvider clock)
{
    private const int DaysOfAYear = 365;

    /// <param name="Days">On how many days somebody looked for it.</param>
    public sealed record Unmet(string Words, long Times, int Days, DateOnly Latest);

    /// <summary>What was looked for within a year.</summary>
    public Task<List<Unmet>> OfAYear(Guid placeId, int most, CancellationToken stop) =>
        Handle(placeId, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-DaysOfAYear), most, stop);

    /// <summary>Most wanted first; what was wanted as often, latest first.</summary>
    /// <param name="since">The first day that counts.</param>
    /// <param name="most">How many are wanted.</param>
    public Task<List<Unmet>> Handle(Guid placeId, DateOnly since, int most, CancellationToken stop) => db.Set<SearchMiss>()
        .Where(miss => miss.PlaceId == placeId && miss.Day >= since)
        .GroupBy(miss => miss.Words)
        .Select(group => new { Words = group.Key, Times = group.Sum(miss => miss.Times), Days = group.Count(), Latest = group.Max(miss => miss.Day) })
        .OrderByDescending(unmet => unmet.Times).ThenByDescending(unmet => unmet.Latest).ThenBy(unmet => unmet.Words)
        .Take(most)
        .Select(unmet => new Unmet(unmet.Words, unmet.Times, unmet.Days, unmet.Latest))
        .ToListAsync(stop);
}
