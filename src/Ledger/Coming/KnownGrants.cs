using System.Data.Common;
using Trellis.Platform.Data;

namespace Trellis.Ledger.Coming;

/// <summary>The place's grants by the fingerprints of their identifiers: some forty bytes each.</summary>
internal sealed class KnownGrants
{
    private readonly Dictionary<long, Grant> grants;

    private KnownGrants(Dictionary<long, Grant> grants) => this.grants = grants;

    /// <summary>What is known of a grant that is in already.</summary>
    /// <param name="IsOurs">It came from an earlier file of the same source.</param>
    public readonly record struct Grant(int Id, long Content, bool IsOurs, bool IsGone, bool IsMet);

    public IEnumerable<int> NotMet => grants.Values.Where(grant => grant is { IsOurs: true, IsGone: false, IsMet: false }).Select(grant => grant.Id);

    public static async Task<KnownGrants> Read(DbConnection connection, Guid placeId, Guid sourceId, CancellationToken stop)
    {
        var ours = await connection.Query("SELECT id FROM ledger_intake WHERE source_id = @source", row => row.GetInt32(0), stop, ("source", sourceId));
        var rows = await connection.Query(
            "SELECT identifier, id, content, intake_id, gone_on FROM ledger_grant WHERE place_id = @place",
            row => (Key: KeyOf(row.GetString(0)), Grant: new Grant(row.GetInt32(1), row.GetInt64(2), ours.Contains(row.GetInt32(3)), !row.IsDBNull(4), false)),
            stop, ("place", placeId));
        return new(rows.ToDictionary(row => row.Key, row => row.Grant));
    }

    public Grant? Find(string identifier) => grants.TryGetValue(KeyOf(identifier), out var grant) ? grant : null;

    /// <summary>Notes that this file has the grant.</summary>
    public void Meet(string identifier, Grant grant) => grants[KeyOf(identifier)] = grant with { IsMet = true };

    private static long KeyOf(string identifier)
    {
        var print = new Fingerprint();
        print.Add(identifier);
        return print.Value;
    }
}
