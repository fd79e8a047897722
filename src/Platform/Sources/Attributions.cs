using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Sources;

public static class Attributions
{
    /// <summary>The sources whose rows may only be passed on under their own licence: they stay out of files that hold other rows.</summary>
    public static async Task<List<Guid>> ShareAlike(this Db db, Guid placeId, CancellationToken stop) =>
        [.. (await db.Sources(placeId).Where(source => source.WithdrawnAt == null).Select(source => new { source.Id, source.Licence }).ToListAsync(stop)).Where(source => Licences.IsShareAlike(source.Licence)).Select(source => source.Id)];

    /// <summary>The sentences that must go wherever rows of these formats go, each once; what was taken back has no rows.</summary>
    /// <param name="apart">Sources whose rows are not in the file.</param>
    public static Task<List<string>> AttributionsOf(this Db db, Guid placeId, IReadOnlyCollection<string> formats, IReadOnlyCollection<Guid> apart, CancellationToken stop) =>
        db.Sources(placeId).Where(source => formats.Contains(source.Format) && source.WithdrawnAt == null && !apart.Contains(source.Id)).Select(source => source.Attribution).Distinct().OrderBy(sentence => sentence).ToListAsync(stop);
}
