using System.Data.Common;
using System.Runtime.CompilerServices;
using Trellis.Ledger.Book;
using Trellis.Ledger.Coming;
using Trellis.Ledger.Rows;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;

namespace Trellis.Ledger.Export;

/// <summary>Every payment as the payer published it, with the group that it went to where that is known; but for those of lists under a share-alike licence.</summary>
internal sealed class PaymentsExporter(Database database, Db db) : Exporter
{
    private const string Select =
        """
        SELECT p.paid_on, p.amount_pence, f.name, r.name, o.name, o.slug, r.reason, g.label, g.code, u.label, p.purpose, p.reference, i.file_name, p.row, p.id, i.id
        FROM ledger_payment p
        JOIN ledger_intake i ON i.id = p.intake_id
        JOIN ledger_account a ON a.id = p.account_id
        JOIN ledger_funder f ON f.id = a.funder_id
        JOIN ledger_recipient r ON r.id = a.recipient_id
        JOIN ledger_programme g ON g.id = a.programme_id
        LEFT JOIN ledger_unit u ON u.id = p.unit_id
        LEFT JOIN groups_organisation o ON o.id = r.organisation_id
        WHERE p.gone_on IS NULL AND i.place_id = @place
        ORDER BY p.id
        """;

    private static readonly IReadOnlyList<Column<DbDataReader>> Columns =
    [
        new("Paid on", row => row.GetFieldValue<DateOnly>(0)),
        new("Amount (£)", row => new Money(row.GetInt64(1))),
        new("Paid by", row => row.GetString(2)),
        new("Paid to", row => row.GetString(3)),
        new("Group", row => row.Text(4)),
        new("Page of the group", row => row.Text(5) is { } slug ? "/groups/" + slug : null),
        new("Why that group", row => row.Text(6)),
        new("Category", row => row.Text(7)),
        new("Category code", row => row.Text(8)),
        new("Part of the payer", row => row.Text(9)),
        new("Purpose", row => row.Text(10)),
        new("Transaction", row => row.Text(11)),
        new("File", row => row.GetString(12)),
        new("Row", row => row.GetInt64(13)),
    ];

    private long written;

    public override string Format => "payments";

    public override string Title => "Payments";

    public override IReadOnlyList<string> Endings => ["csv", "xlsx", "json"];

    public override async Task<long> Write(Place place, Stream to, string ending, CancellationToken stop)
    {
        (written, LeftOut) = (0, 0);
        var apart = await RowsApart.Read(db, place.Id, stop);
        var attribution = await db.AttributionsOf(place.Id, [CouncilSpendImporter.Word], apart.Sources, stop);
        await new Download<DbDataReader>(place.Slug + "-payments", Columns, Rows(place, apart, stop), attribution) { Ending = ending }.Write(to, stop);
        return written;
    }

    private async IAsyncEnumerable<DbDataReader> Rows(Place place, RowsApart apart, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        await using var command = connection.Command(Select, ("place", place.Id));
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop))
        {
            if (apart.Holds(MoneyKind.Payments, rows.GetInt32(14), rows.GetInt32(15)))
            {
                LeftOut++;
                continue;
            }

            written++;
            yield return rows;
        }
    }
}
