using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Groups.Tags;

/// <summary>Saves a change of tags so that the search, which keeps them in memory, hears of it.</summary>
internal sealed class SaveTags(Db db, WriteGate gate)
{
    public const string Stamp = "groups-tags";

    /// <exception cref="DbUpdateException">Somebody else has changed the same meanwhile, or added the same name.</exception>
    public async Task Handle(CancellationToken stop)
    {
        using var turn = db.Database.IsSqlite() ? await gate.Enter(stop) : null;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await Stamps.Raise(db.Database.GetDbConnection(), Stamp, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }
}
