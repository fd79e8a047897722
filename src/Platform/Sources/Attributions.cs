using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Sources;

public static class Attributions
{
    /// <summary>The sentences that must go wherever rows of these formats go, each once.</summary>
    public static Task<List<string>> AttributionsOf(this Db db, Guid placeId, IReadOnlyCollection<string> formats, CancellationToken stop) =>
        db.Sources(placeId).Where(source => formats.Contains(source.Format)).Select(source => source.Attribution).Distinct().OrderBy(sentence => sentence).ToListAsync(stop);
}
