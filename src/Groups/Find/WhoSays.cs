using System.Data.Common;
using Trellis.Platform.Data;
using Trellis.Platform.Sources;

namespace Trellis.Groups.Find;

/// <summary>The sources that say something of found things: under which licence those may be passed on, and which sentences go along.</summary>
internal sealed class WhoSays(DbConnection connection, Guid placeId)
{
    private const int AtOnce = 200;

    /// <summary>A source and the sentence that must go wherever its rows go.</summary>
    public sealed record Sayer(Guid Id, string Attribution, bool IsShareAlike);

    /// <summary>All that say something of the place's groups, services and buildings.</summary>
    public Task<List<Sayer>> All(CancellationToken stop) => connection.Query(
        """
        SELECT s.id, s.attribution, s.licence FROM platform_source s
        WHERE s.place_id = @place AND s.withdrawn_at IS NULL AND EXISTS (SELECT 1 FROM groups_source_record r WHERE r.source_id = s.id AND NOT r.is_withdrawn)
        ORDER BY s.attribution
        """,
        row => new Sayer(row.GetGuid(0), row.GetString(1), Licences.IsShareAlike(row.GetString(2))), stop, ("place", placeId));

    /// <summary>The sources of each of these things.</summary>
    public async Task<ILookup<Guid, Guid>> Of(IEnumerable<FoundRow> rows, CancellationToken stop)
    {
        var said = new List<(Guid Thing, Guid Source)>();
        foreach (var kind in rows.GroupBy(row => row.Listed, row => row.Id))
        {
            foreach (var some in kind.Chunk(AtOnce))
            {
                var numbers = string.Join(", ", some.Select((_, at) => "@p" + at));
                said.AddRange(await connection.Query(Sources(kind.Key, numbers), row => (row.GetGuid(0), row.GetGuid(1)), stop, [.. some.Select((id, at) => ("p" + at, (object?)id))]));
            }
        }

        return said.ToLookup(one => one.Thing, one => one.Source);
    }

    private static string Sources(Listed kind, string numbers) => kind == Listed.Group
        ? $"SELECT organisation_id, source_id FROM groups_source_record WHERE organisation_id IN ({numbers}) AND NOT is_withdrawn"
        : $"""
          SELECT thing.id, record.source_id FROM {(kind == Listed.Service ? "groups_service" : "groups_premises")} thing
          JOIN groups_source_record record ON record.id = thing.source_record_id
          WHERE thing.id IN ({numbers}) AND NOT record.is_withdrawn
          """;
}
