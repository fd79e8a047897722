using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Platform.Events;
using Trellis.Platform.Exchange.Bringing;
using Trellis.Platform.Places;

namespace Trellis.Groups.Intake;

/// <summary>
/// Takes back what a list says of groups, services and buildings: its records stay and say nothing, groups are composed of what others say, and what nobody
/// else names is in no list. When the list comes in again, each is where it was, at the address it had.
/// </summary>
internal sealed class TakeBackRecords : ITakeBack
{
    public async Task Handle(Withdrawal withdrawal, CancellationToken stop)
    {
        var (connection, source) = (withdrawal.Connection, withdrawal.Source.Id);
        var taken = await connection.Execute(
            "UPDATE groups_source_record SET is_withdrawn = @yes, gone_on = COALESCE(gone_on, @day), version = version + 1 WHERE source_id = @source",
            stop, ("yes", true), ("day", DateOnly.FromDateTime(withdrawal.Now.UtcDateTime)), ("source", source));
        if (taken == 0)
        {
            return;
        }

        var stamp = await Stamps.Raise(connection, "groups", stop);
        foreach (var table in new[] { "groups_service", "groups_premises" })
        {
            await connection.Execute(
                $"UPDATE {table} SET is_listed = @no, changed = @stamp, version = version + 1 WHERE is_listed AND source_record_id IN (SELECT id FROM groups_source_record WHERE source_id = @source)",
                stop, ("no", false), ("stamp", stamp), ("source", source));
        }

        var named = await connection.Query(
            "SELECT DISTINCT organisation_id FROM groups_source_record WHERE source_id = @source AND organisation_id IS NOT NULL", row => row.GetGuid(0), stop, ("source", source));
        var rows = new OrganisationRows(connection, withdrawal.Place.Id, await Postcodes.Load(connection, withdrawal.Place.Id, stop), withdrawal.Now);
        await Recompose.Handle(connection, await Tellers.Load(connection, withdrawal.Place.Id, stop), rows, named, stamp, stop);
        await Outbox.Tell(connection, new OrganisationsChanged(withdrawal.Place.Id), withdrawal.Now, stop);
    }
}
