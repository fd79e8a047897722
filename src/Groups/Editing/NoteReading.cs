using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;

namespace Trellis.Groups.Editing;

/// <summary>Writes into the history that somebody of the staff saw what a group keeps from the public, so that its lead can see who looked.</summary>
internal sealed class NoteReading(Db db, WriteGate gate, Trail trail)
{
    public async Task Of(ReadStanding.Standing seen, Authority voice, CancellationToken stop)
    {
        var fields = seen.Composed.NotPublic;
        if (fields.Count == 0 || voice == Authority.Group)
        {
            return;
        }

        using var turn = db.Database.IsSqlite() ? await gate.Enter(stop) : null;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await trail.Append(
            db.Database.GetDbConnection(), db.Database.IsSqlite(),
            [new(nameof(Organisation), seen.Group.Id, seen.Group.PlaceId, DeedKind.Read, [.. fields.Select(field => field.ToString())])], stop);
        await transaction.CommitAsync(stop);
    }
}
