using Trellis.Groups.Record;
using Trellis.Platform.Data;

namespace Trellis.Groups.Editing;

/// <summary>A group's entry as the public sees it: what somebody from outside may type over.</summary>
internal static class PublicEntry
{
    public static async Task<Entry> Of(Db db, Guid organisation, CancellationToken stop)
    {
        var composed = Compose.From((await ReadTold.Of(db, organisation, stop)).ConvertAll(one => one.Told));
        return Entry.Of(composed.MayBeHome ? composed with { Postcode = composed.Postcode?.Split(' ')[0] } : composed);
    }
}
