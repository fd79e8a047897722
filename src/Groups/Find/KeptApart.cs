using System.Data.Common;
using Trellis.Groups.Contract;
using Trellis.Platform.Data;

namespace Trellis.Groups.Find;

/// <summary>The things of which a list under a share-alike licence speaks: they are counted with the results, so that the page can say how many its files leave out.</summary>
internal sealed class KeptApart(Database database) : IGroupFacet
{
    public const string Name = "kept-apart";

    private static readonly IReadOnlyList<string> Yes = ["yes"];

    public string Key => Name;

    public string Title => "Kept apart";

    public string Stamp => "groups";

    public bool IsQuestion => false;

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> Read(Guid placeId, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var things = new Dictionary<Guid, IReadOnlyList<string>>();
        foreach (var sayer in (await new WhoSays(connection, placeId).All(stop)).Where(sayer => sayer.IsShareAlike))
        {
            foreach (var thing in await Things(connection, sayer.Id, stop))
            {
                things[thing] = Yes;
            }
        }

        return things;
    }

    private static Task<List<Guid>> Things(DbConnection connection, Guid source, CancellationToken stop) => connection.Query(
        """
        SELECT organisation_id FROM groups_source_record WHERE source_id = @source AND NOT is_withdrawn AND organisation_id IS NOT NULL
        UNION SELECT thing.id FROM groups_service thing JOIN groups_source_record record ON record.id = thing.source_record_id WHERE record.source_id = @source AND NOT record.is_withdrawn
        UNION SELECT thing.id FROM groups_premises thing JOIN groups_source_record record ON record.id = thing.source_record_id WHERE record.source_id = @source AND NOT record.is_withdrawn
        """, row => row.GetGuid(0), stop, ("source", source));
}
