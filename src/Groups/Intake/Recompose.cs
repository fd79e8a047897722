using System.Data.Common;
using Trellis.Groups.Record;
using Trellis.Platform.Data;

namespace Trellis.Groups.Intake;

/// <summary>Composes known organisations anew from all their source records and writes what they are now.</summary>
internal static class Recompose
{
    private const int AtOnce = 400;

    public static async Task Handle(
        DbConnection connection, IReadOnlyDictionary<Guid, Teller> tellers, OrganisationRows rows, IReadOnlyCollection<Guid> organisations, long stamp, CancellationToken stop)
    {
        foreach (var some in organisations.Chunk(AtOnce))
        {
            var told = await Read(connection, tellers, some, stop);
            foreach (var organisation in told.GroupBy(record => record.OrganisationId, record => record.Told))
            {
                await rows.Update(organisation.Key, Compose.From([.. organisation]), stamp, stop);
            }
        }
    }

    /// <summary>What all sources say of these organisations.</summary>
    public static Task<List<(Guid OrganisationId, Told Told)>> Read(
        DbConnection connection, IReadOnlyDictionary<Guid, Teller> tellers, IReadOnlyList<Guid> organisations, CancellationToken stop)
    {
        var places = string.Join(", ", organisations.Select((_, at) => $"@o{at}"));
        return connection.Query(
            $"SELECT organisation_id, id, said, source_id, gone_on, is_withdrawn FROM groups_source_record WHERE organisation_id IN ({places}) ORDER BY id",
            row => (row.GetGuid(0), Tell(row, tellers)),
            stop, [.. organisations.Select((id, at) => ($"o{at}", (object?)id))]);
    }

    private static Told Tell(DbDataReader row, IReadOnlyDictionary<Guid, Teller> tellers)
    {
        var teller = tellers[row.GetGuid(3)];
        return new(row.GetGuid(1), Statement.FromJson(row.GetString(2)), Tellers.Weighed(teller, row.Date(4), row.GetBoolean(5)));
    }
}
