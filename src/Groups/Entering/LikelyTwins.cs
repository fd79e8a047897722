using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Matching;
using Trellis.Groups.Record;
using Trellis.Platform.Data;

namespace Trellis.Groups.Entering;

/// <summary>The groups of the place that may be the one somebody is about to enter, the likeliest first.</summary>
internal sealed class LikelyTwins(Database database, Db db)
{
    private const int Most = 5;

    /// <param name="Why">What speaks for it, in words.</param>
    public sealed record Twin(Organisation Group, string Why);

    public async Task<IReadOnlyList<Twin>> Handle(Guid placeId, Asked asked, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var likely = (await LoadKnown.From(connection, placeId, stop)).WorthALook(asked, Most);
        var ids = likely.Select(candidate => candidate.OrganisationId).ToList();
        var groups = ids.Count == 0 ? [] : await db.Organisations(placeId).AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, stop);
        return [.. likely.Where(candidate => groups.ContainsKey(candidate.OrganisationId)).Select(candidate => new Twin(groups[candidate.OrganisationId], candidate.Reason))];
    }
}
