using Trellis.Groups.Contract;
using Trellis.Platform.Data;

namespace Trellis.Ledger.Look;

/// <summary>Who gave an organisation a grant or paid it, with which the search is narrowed: the same names as on the group's page.</summary>
internal sealed class FundedBy(Database database) : IGroupFacet
{
    private const string Known = "SELECT id, organisation_id FROM ledger_recipient WHERE place_id = @place AND organisation_id IS NOT NULL";
    private const string Names = """
        SELECT funder.id, COALESCE(known.name, funder.name)
        FROM ledger_funder funder LEFT JOIN groups_organisation known ON known.id = funder.organisation_id AND known.place_id = @place
        WHERE funder.place_id = @place
        """;

    private const string Pairs = "SELECT recipient_id, funder_id FROM ledger_account WHERE place_id = @place AND row_count > 0";

    public string Key => "funded-by";

    public string Title => "Funded by";

    public string Stamp => "ledger";

    /// <summary>Put together here: the database would look up every account's recipient one by one.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> Read(Guid placeId, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var names = (await connection.Query(Names, row => (Id: row.GetInt32(0), Name: row.GetString(1)), stop, ("place", placeId))).ToDictionary(one => one.Id, one => one.Name);
        var known = (await connection.Query(Known, row => (Id: row.GetInt32(0), Organisation: row.GetGuid(1)), stop, ("place", placeId))).ToDictionary(one => one.Id, one => one.Organisation);
        var pairs = (await connection.Query(Pairs, row => (Recipient: row.GetInt32(0), Funder: row.GetInt32(1)), stop, ("place", placeId))).Where(pair => known.ContainsKey(pair.Recipient));
        return pairs.Select(pair => (Organisation: known[pair.Recipient], Name: names[pair.Funder])).Distinct().GroupBy(pair => pair.Organisation, pair => pair.Name)
            .ToDictionary(one => one.Key, IReadOnlyList<string> (one) => [.. one]);
    }
}
