using Trellis.Ledger.Totals;
using Trellis.Platform.Exchange;
using Trellis.Tests.Standards.Tables;
using Trellis.Tests.Support;

namespace Trellis.Tests.Ledger;

/// <summary>Newer files, odd files, broken files: only differences are written, every row is accounted for.</summary>
public sealed class FilesComeAgain : IDisposable
{
    private const string Head = "OrganisationLabel,BeneficiaryName,PaymentDate,TransactionNumber,Amount,Purpose\n";
    private const string GrantHead = "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name\n";

    private readonly LedgerPlace ledger = new();

    public void Dispose() => ledger.Dispose();

    [Fact]
    public async Task A_newer_file_writes_only_what_differs_and_marks_what_is_gone()
    {
        await ledger.ImportText(Head + "C,A,2025-05-01,1,10,x\nC,B,2025-05-01,2,20,x\nC,B,2025-05-01,2,20,x\nC,D,2025-05-01,3,5,x\n", "council-spend", "s");
        var newer = await ledger.ImportText(Head + "C,B,2025-05-01,2,20,x\nC,E,2025-06-01,4,7.50,x\nC,A,2025-05-01,1,10,x\n", "council-spend", "s");
        Assert.Equal((1L, 2L, 2L, 3L), (newer[Outcome.New], newer[Outcome.Unchanged], newer.Gone, newer.RowsIn));
        var cube = await ledger.Cube();
        Assert.Equal(new Sum(3, 3750), cube.Total(MoneyFilter.Everything));
        Assert.Equal(5, await ledger.Ask<long>("SELECT COUNT(*) FROM ledger_payment"));
        Assert.Equal(2, await ledger.Ask<long>("SELECT COUNT(*) FROM ledger_payment WHERE gone_on IS NOT NULL"));
        Assert.Equal(0, await ledger.Ask<long>("SELECT COUNT(*) FROM ledger_account WHERE row_count < 0"));
    }

    [Fact]
    public async Task A_dry_run_keeps_nothing()
    {
        var path = Path.Combine(Scratch.Folder("ledger"), "dry.csv");
        await File.WriteAllTextAsync(path, Head + "C,A,2025-05-01,1,10,x\n");
        Assert.Equal(1, (await ledger.Import(path, "council-spend", dryRun: true))[Outcome.New]);
        Assert.Equal(0, await ledger.Ask<long>("SELECT COUNT(*) FROM ledger_payment"));
        Assert.Equal(0, await ledger.Ask<long>("SELECT COUNT(*) FROM ledger_account"));
    }

    [Fact]
    public async Task Rows_that_cannot_be_counted_are_refused_with_row_heading_and_reason_and_the_rest_comes_in()
    {
        var report = await ledger.ImportText(
            Head + "C,A,2025-05-01,1,1.2k,x\nC,A,not a day,2,10,x\nC,,2025-05-01,3,10,x\nC,A,2025-05-01,4,\"(1,234.50)\",x\nC,A,0001-01-01,5,1,x\n", "council-spend", "odd");
        Assert.Equal((2L, 3L, 5L), (report[Outcome.New], report[Outcome.Refused], report.RowsIn));
        var refused = report.Findings.Where(finding => finding.Severity == Severity.Refusal).ToList();
        Assert.Equal([2L, 3L, 6L], refused.Select(finding => finding.Row!.Value));
        Assert.Equal("Amount", refused[0].Heading);
        Assert.Equal("1.2k", refused[0].Value);
        Assert.Equal("PaymentDate", refused[1].Heading);
        Assert.Contains(report.Findings, finding => finding is { Severity: Severity.Warning, Row: 4 });
        Assert.Equal(1000 - 123450, (await ledger.Cube()).Total(MoneyFilter.Everything).Pence);
    }

    [Fact]
    public async Task A_grant_is_known_again_by_its_identifier_and_follows_its_newer_file()
    {
        await ledger.ImportText(GrantHead + "g1,Lunch,,GBP,100,2024-05-01,GB-CHC-1,Club,GB-X,Fund\ng2,Choir,,GBP,200,2024-05-01,GB-CHC-2,Choir,GB-X,Fund\n", "360giving", "g");
        var newer = await ledger.ImportText(GrantHead + "g2,Choir,,GBP,250,2025-05-01,GB-CHC-2,Choir,GB-X,Fund\ng3,New,,GBP,1,2025-05-01,GB-CHC-2,Choir,GB-X,Fund\n", "360giving", "g");
        Assert.Equal((1L, 1L, 0L, 1L), (newer[Outcome.New], newer[Outcome.Updated], newer[Outcome.Unchanged], newer.Gone));
        var cube = await ledger.Cube();
        Assert.Equal(25100, cube.Total(MoneyFilter.Everything).Pence);
        Assert.Equal(25100, cube.Total(new() { Year = new(2025) }).Pence);

        var back = await ledger.ImportText(GrantHead + "g1,Lunch,,GBP,100,2024-05-01,GB-CHC-1,Club,GB-X,Fund\n", "360giving", "g");
        Assert.Equal((1L, 2L), (back[Outcome.Updated], back.Gone));
        Assert.Equal(new Sum(1, 10000), (await ledger.Cube()).Total(MoneyFilter.Everything));
    }

    [Fact]
    public async Task A_grant_in_two_files_is_counted_once()
    {
        const string grant = GrantHead + "g1,Lunch,,GBP,100,2024-05-01,GB-CHC-1,Club,GB-X,Fund\n";
        await ledger.ImportText(grant, "360giving", "council");
        var other = await ledger.ImportText(grant, "360giving", "registry");
        Assert.Equal(1, other[Outcome.Unchanged]);
        Assert.Contains(other.Findings, finding => finding.Wrong.Contains("another file", StringComparison.Ordinal));
        Assert.Equal(new Sum(1, 10000), (await ledger.Cube()).Total(MoneyFilter.Everything));
    }

    [Fact]
    public async Task Grants_that_cannot_be_counted_are_refused_with_the_reason()
    {
        var report = await ledger.ImportText(
            GrantHead + ",No id,,GBP,1,2024-05-01,,A,,F\ng1,Euro,,EUR,1,2024-05-01,,A,,F\ng2,No sum,,GBP,,2024-05-01,,A,,F\ng3,No day,,GBP,1,soon,,A,,F\ng4,No funder,,GBP,1,2024-05-01,,A,,\ng5,Nobody,,GBP,1,2024-05-01,,,,F\n",
            "360giving", "bad");
        Assert.Equal((6L, 6L), (report.RowsIn, report[Outcome.Refused]));
        Assert.Equal(["Identifier", "Currency", "Amount Awarded", "Award Date", "Funding Org:Name", "Recipient Org:Name"],
            report.Findings.Where(finding => finding.Severity == Severity.Refusal).Select(finding => finding.Heading));
    }

    [Fact]
    public async Task The_councils_grants_come_in_alike_from_csv_and_json_and_add_up_to_a_plain_sum()
    {
        var csv = await ledger.Import(LedgerPlace.Demo("trafford-council-grants.csv"), "360giving", "grants");
        Assert.Equal((555L, 555L), (csv.RowsIn, csv[Outcome.New]));
        var total = (await ledger.Cube()).Total(MoneyFilter.Everything);
        Assert.Equal(new Sum(555, PlainGrants()), total);
        Assert.Equal(323, ledger.Known.Mentioned.Where(mention => !mention.IsPublicBody).Select(mention => mention.Identifiers[0]).Distinct().Count());

        var json = await ledger.Import(RealFiles.GrantsAsJson, "360giving", "grants");
        Assert.Equal((555L, 0L), (json.RowsIn, json[Outcome.New]));
        Assert.Equal(0, json.Gone);
        Assert.Equal(total, (await ledger.Cube()).Total(MoneyFilter.Everything));
    }

    private static long PlainGrants()
    {
        using var csv = Sylvan.Data.Csv.CsvDataReader.Create(LedgerPlace.Demo("trafford-council-grants.csv"));
        var pence = 0L;
        while (csv.Read())
        {
            pence += (long)(decimal.Parse(csv.GetString(csv.GetOrdinal("Amount Awarded")), System.Globalization.CultureInfo.InvariantCulture) * 100);
        }

        return pence;
    }
}
