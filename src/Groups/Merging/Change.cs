using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Intake;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Events;
using Trellis.Platform.Places;

namespace Trellis.Groups.Merging;

/// <summary>One change of a place's organisations by a person, in one transaction, told to whoever keeps them in memory.</summary>
internal sealed class Change(Db db, WriteGate gate, TimeProvider clock, Trail trail, IEnumerable<MergeFollower> followers)
{
    /// <summary>What a change works with. Deeds go into the history; what the mapper tracks is saved; both with the change or not at all.</summary>
    public sealed record Desk(DbConnection Connection, Guid PlaceId, DateTimeOffset Now, long Stamp, Db Db)
    {
        public List<Deed> Deeds { get; } = [];

        /// <summary>What other parts keep of a group, which goes along when it becomes part of another.</summary>
        public IReadOnlyList<MergeFollower> Followers { get; init; } = [];

        public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);
    }

    /// <summary>Does the work and keeps it, unless it comes back with problems. Changes of a place come one after the other, on both databases.</summary>
    public async Task<Result<T>> Do<T>(Guid placeId, Func<Desk, Task<Result<T>>> work, CancellationToken stop)
    {
        using var turn = db.Database.IsSqlite() ? await gate.Enter(stop) : null;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var connection = db.Database.GetDbConnection();
        var now = clock.GetUtcNow();
        var desk = new Desk(connection, placeId, now, await Stamps.Raise(connection, "groups", stop), db) { Followers = [.. followers] };
        var done = await work(desk);
        if (!done.Succeeded)
        {
            db.ChangeTracker.Clear(); // a later save in the same request must not bring back what was refused
            return done;
        }

        await db.SaveChangesAsync(stop);
        if (desk.Deeds.Count > 0)
        {
            await trail.Append(connection, db.Database.IsSqlite(), desk.Deeds, stop);
        }

        await Outbox.Tell(connection, new OrganisationsChanged(placeId), now, stop);
        await transaction.CommitAsync(stop);
        return done;
    }

    /// <summary>Composes the organisations anew from the records they have now.</summary>
    public static async Task Compose(Desk desk, IReadOnlyCollection<Guid> organisations, CancellationToken stop)
    {
        var rows = new OrganisationRows(desk.Connection, desk.PlaceId, await Postcodes.Load(desk.Connection, desk.PlaceId, stop), desk.Now);
        await Recompose.Handle(desk.Connection, await Tellers.Load(desk.Connection, desk.PlaceId, stop), rows, organisations, desk.Stamp, stop);
    }

    /// <summary>The tables of what can move in a merge, each with its column that names the organisation.</summary>
    public static IEnumerable<MergeFollower> Movers(Desk desk) =>
    [
        new("SourceRecord", "groups_source_record"),
        new("Service", "groups_service"),
        new("Document", "groups_document"),
        new("Tagging", "groups_tagging"),
        new("ListMember", "groups_list_member"),
        new("Note", "groups_note"),
        new("Premises", "groups_premises") { Column = "owner_id" },
        .. desk.Followers,
    ];

    /// <summary>Files belong to the group whose documents they are, wherever these have moved.</summary>
    public static Task<int> MoveFiles(Desk desk, Guid from, Guid to, CancellationToken stop) => desk.Connection.Execute(
        "UPDATE platform_file SET scope_id = @to WHERE scope_id = @from AND EXISTS (SELECT 1 FROM groups_document WHERE file_id = platform_file.id AND organisation_id = @to)", stop,
        ("to", to), ("from", from));
}
