using System.Data.Common;
using Trellis.Ledger.Book;
using Trellis.Platform.Data;

namespace Trellis.Ledger.Totals;

/// <summary>The sums by kind of all public money of a place, the same as the cube's, without reading the whole cube: the front page of a large place needs no more.</summary>
internal sealed class SumKinds(Database database)
{
    /// <summary>The organisations that give money and get some.</summary>
    private const string Both = """
        SELECT DISTINCT funder.organisation_id FROM ledger_funder funder
        WHERE funder.place_id = @place
          AND EXISTS (SELECT 1 FROM ledger_recipient recipient WHERE recipient.place_id = @place AND recipient.organisation_id = funder.organisation_id)
          AND EXISTS (SELECT 1 FROM groups_organisation known WHERE known.place_id = @place AND known.id = funder.organisation_id)
        """;

    private const string Given = $"""
        SELECT funder.organisation_id, account.year, account.kind, SUM(account.pence)
        FROM ledger_account account JOIN ledger_funder funder ON funder.id = account.funder_id
        WHERE account.place_id = @place AND funder.organisation_id IN ({Both})
        GROUP BY funder.organisation_id, account.year, account.kind
        """;

    private const string Got = $"""
        SELECT recipient.organisation_id, account.year, SUM(account.pence)
        FROM ledger_account account JOIN ledger_recipient recipient ON recipient.id = account.recipient_id
        WHERE account.place_id = @place AND recipient.organisation_id IN ({Both})
        GROUP BY recipient.organisation_id, account.year
        """;

    public async Task<IReadOnlyDictionary<MoneyKind, Sum>> For(Guid placeId, CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var kinds = await connection.Query(
            "SELECT kind, SUM(row_count), SUM(pence) FROM ledger_account WHERE place_id = @place GROUP BY kind",
            row => (Kind: Kind(row, 0), Sum: new Sum(Whole(row, 1), Whole(row, 2))), stop, ("place", placeId));
        var sums = kinds.ToDictionary(kind => kind.Kind, kind => kind.Sum);
        foreach (var amount in await PassedOn(connection, placeId, stop))
        {
            sums[amount.Kind] = sums[amount.Kind] with { Pence = sums[amount.Kind].Pence - amount.Pence };
        }

        return sums;
    }

    private static async Task<IReadOnlyList<PassedOn.Amount<Guid>>> PassedOn(DbConnection connection, Guid placeId, CancellationToken stop)
    {
        var given = await connection.Query(
            Given, row => new PassedOn.Amount<Guid>(row.GetGuid(0), row.GetInt32(1), Kind(row, 2), Whole(row, 3)), stop, ("place", placeId));
        return given.Count == 0 ? [] : [.. Totals.PassedOn.Amounts(
            given, await connection.Query(Got, row => (row.GetGuid(0), row.GetInt32(1), Whole(row, 2)), stop, ("place", placeId)))];
    }

    private static MoneyKind Kind(DbDataReader row, int column) => Enum.Parse<MoneyKind>(row.GetString(column));

    /// <summary>PostgreSQL sums whole numbers into a decimal.</summary>
    private static long Whole(DbDataReader row, int column) => Convert.ToInt64(row.GetValue(column), null);
}
