using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>Files in the history are called by their names, and lead to what became of their rows.</summary>
internal sealed class NameImports(Db db) : IRecordNames
{
    public IReadOnlyCollection<string> Kinds => [nameof(Import), nameof(WaitingImport)];

    public async Task<IReadOnlyDictionary<Guid, RecordName>> Of(Guid placeId, string kind, IReadOnlyCollection<Guid> ids, CancellationToken stop) => kind == nameof(Import)
        ? await db.Set<Import>().Where(one => one.PlaceId == placeId && ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => new RecordName(one.FileName, "/work/imports/" + one.Id), stop)
        : await db.WaitingIn(placeId).Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => new RecordName(one.FileName, "/work/imports/waiting/" + one.Id), stop);
}
