using System.Data.Common;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Trellis.Ledger.Book;
using Trellis.Ledger.Rows;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;
using Trellis.Standards.ThreeSixtyGiving;

namespace Trellis.Ledger.Export;

/// <summary>The place's grants in the 360Giving standard, so that any tool of the field reads them; but for those that only lists under a share-alike licence have.</summary>
internal sealed class GrantsExporter(Database database, Db db) : Exporter
{
    private const string Select =
        """
        SELECT t.identifier, t.title, t.description, t.amount_pence, t.applied_pence, t.disbursed_pence, t.awarded_on, t.starts_on, t.ends_on, t.months,
            t.beneficiary_name, t.beneficiary_code, t.url, f.key, f.name, r.key, r.name, r.identifiers, r.postcode, r.is_redacted, g.label, g.code, t.id, t.intake_id
        FROM ledger_grant t
        JOIN ledger_account a ON a.id = t.account_id
        JOIN ledger_funder f ON f.id = a.funder_id
        JOIN ledger_recipient r ON r.id = a.recipient_id
        JOIN ledger_programme g ON g.id = a.programme_id
        WHERE t.gone_on IS NULL AND t.place_id = @place
        ORDER BY t.id
        """;

    public override string Format => "360giving";

    public override string Title => "Grants in the 360Giving standard";

    public override IReadOnlyList<string> Endings => ["json", "csv", "xlsx"];

    public override async Task<long> Write(Place place, Stream to, string ending, CancellationToken stop)
    {
        var apart = await RowsApart.Read(db, place.Id, stop);
        await using var connection = await database.Open(stop);
        var all = await connection.Query(
            Select, row => (IsApart: apart.Holds(MoneyKind.Grants, row.GetInt32(22), row.GetInt32(23)), Content: Content(row)), stop, ("place", place.Id));
        var grants = all.Where(one => !one.IsApart).Select(one => new Standards.ThreeSixtyGiving.Grant(one.Content)).ToList();
        LeftOut = all.Count - grants.Count;
        var sources = await Sources(place, apart, stop);
        var package = Package(place, sources);
        if (ending == "csv" && grants.Count > 0)
        {
            grants[0].Content["attribution"] = string.Join(" | ", Attributions(sources)); // a last column, as in the place's other tables
        }

        await (ending switch
        {
            "json" => GrantOut.Json(to, package, grants.ToAsyncEnumerable(), stop),
            "csv" => GrantOut.Csv(to, GrantOut.HeadingsOf(grants), grants.ToAsyncEnumerable(), stop),
            _ => GrantOut.Xlsx(to, package, GrantOut.HeadingsOf(grants), grants.ToAsyncEnumerable(), stop),
        });
        return grants.Count;
    }

    private Task<List<Source>> Sources(Place place, RowsApart apart, CancellationToken stop) => db.Sources(place.Id).AsNoTracking()
        .Where(source => source.Format == Format && source.WithdrawnAt == null && !apart.Sources.Contains(source.Id)).OrderBy(source => source.Key).ToListAsync(stop);

    /// <summary>Who published what went in travels with the grants; the licence only where all came under one.</summary>
    private static JsonObject Package(Place place, List<Source> sources) => new()
    {
        ["title"] = $"Grants to groups in {place.Name}",
        ["license"] = sources.Select(source => source.LicenceUrl).Distinct().ToList() is [{ } only] ? only : null,
        ["description"] = string.Join(" ", Attributions(sources)),
    };

    private static IEnumerable<string> Attributions(List<Source> sources) => sources.Select(source => source.Attribution).Distinct();

    private static JsonObject Content(DbDataReader row)
    {
        var grant = new JsonObject
        {
            ["id"] = row.GetString(0),
            ["title"] = row.GetString(1),
            ["description"] = row.Text(2) ?? row.GetString(1),
            ["currency"] = "GBP",
            ["amountAwarded"] = Pounds(row.Number(3)),
            ["awardDate"] = Day(row.Date(6)),
            ["fundingOrganization"] = new JsonArray(new JsonObject { ["id"] = Identifier(row.GetString(13), row.GetString(14)), ["name"] = row.GetString(14) }),
        };
        if (row.GetBoolean(19))
        {
            grant["recipientIndividual"] = new JsonObject { ["id"] = row.GetString(0) + "-recipient", ["name"] = "Name not published" };
        }
        else
        {
            grant["recipientOrganization"] = new JsonArray(Recipient(row));
        }

        Add(grant, "amountAppliedFor", Pounds(row.Number(4)));
        Add(grant, "amountDisbursed", Pounds(row.Number(5)));
        Add(grant, "url", row.Text(12));
        if (row.Date(7) is not null || row.Date(8) is not null || row.Number(9) is not null)
        {
            grant["plannedDates"] = new JsonArray(Dates(row));
        }

        if (row.Text(10) is not null || row.Text(11) is not null)
        {
            grant["beneficiaryLocation"] = new JsonArray(With(With([], "name", row.Text(10)), "geoCode", row.Text(11)));
        }

        if (row.Text(20) is { Length: > 0 } programme)
        {
            grant["grantProgramme"] = new JsonArray(With(new() { ["title"] = programme }, "code", row.Text(21)));
        }

        return grant;
    }

    /// <summary>The number that a key begins with; the standard asks for one, so who has none is known by the name.</summary>
    private static string Identifier(string key, string name) => key.EndsWith(" " + name, StringComparison.Ordinal) ? key[..^(name.Length + 1)] : name;

    private static JsonObject Recipient(DbDataReader row)
    {
        var identifier = row.GetString(17).Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? Identifier(row.GetString(15), row.GetString(16));
        return With(new() { ["id"] = identifier, ["name"] = row.GetString(16) }, "postalCode", row.Text(18));
    }

    private static JsonObject Dates(DbDataReader row)
    {
        var dates = new JsonObject();
        Add(dates, "startDate", Day(row.Date(7)));
        Add(dates, "endDate", Day(row.Date(8)));
        Add(dates, "duration", row.Number(9));
        return dates;
    }

    private static JsonObject With(JsonObject to, string name, JsonNode? value)
    {
        Add(to, name, value);
        return to;
    }

    private static void Add(JsonObject to, string name, JsonNode? value)
    {
        if (value is not null)
        {
            to[name] = value;
        }
    }

    private static JsonNode? Pounds(long? pence) => pence is { } known ? JsonValue.Create(known / 100m) : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd");
}
