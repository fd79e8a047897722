using System.Data.Common;
using Trellis.Groups.Contract;
using Trellis.Groups.Intake;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Events;
using Trellis.Platform.Places;

namespace Trellis.Groups.Merging;

/// <summary>One change of a place's organisations by a person, in one transaction, told to whoever keeps them in memory.</summary>
internal sealed class Change(Database database, WriteGate gate, TimeProvider clock)
{
    /// <summary>What a change works with.</summary>
    public sealed record Desk(DbConnection Connection, Guid PlaceId, DateTimeOffset Now, long Stamp);

    /// <summary>Does the work and keeps it, unless it comes back with problems.</summary>
    public async Task<Result<T>> Do<T>(Guid placeId, Func<Desk, Task<Result<T>>> work, CancellationToken stop)
    {
        using var turn = database.IsSqlite ? await gate.Enter(stop) : null;
        await using var connection = await database.Open(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        var now = clock.GetUtcNow();
        var desk = new Desk(connection, placeId, now, await Stamps.Raise(connection, "groups", stop));
        var done = await work(desk);
        if (done.Succeeded)
        {
            await Outbox.Tell(connection, new OrganisationsChanged(placeId), now, stop);
            await transaction.CommitAsync(stop);
        }

        return done;
    }

    /// <summary>Composes the organisations anew from the records they have now.</summary>
    public static async Task Compose(Desk desk, IReadOnlyCollection<Guid> organisations, CancellationToken stop)
    {
        var rows = new OrganisationRows(desk.Connection, desk.PlaceId, await Postcodes.Load(desk.Connection, desk.PlaceId, stop), desk.Now);
        await Recompose.Handle(desk.Connection, await Tellers.Load(desk.Connection, desk.PlaceId, stop), rows, organisations, desk.Stamp, stop);
    }

    /// <summary>The table of what can move in a merge, and its column with the organisation.</summary>
    public static (string Table, string Column) Holder(MergeItemKind kind) => kind switch
    {
        MergeItemKind.SourceRecord => ("groups_source_record", "organisation_id"),
        MergeItemKind.Service => ("groups_service", "organisation_id"),
        _ => ("groups_premises", "owner_id"),
    };
}
