using System.Globalization;
using System.IO.Compression;
using Sylvan.Data.Csv;
using Trellis.Ledger.Totals;
using Trellis.Platform.Exchange;

namespace Trellis.Tests.Ledger;

/// <summary>The council's payments of 2026-27 as published: sums are compared with those of a plain reading of the file.</summary>
public sealed class PaymentsComeIn(LedgerPlace ledger) : IClassFixture<LedgerPlace>
{
    private const string File = "supplier-spend-2026-27.zip";

    [Fact]
    public async Task All_rows_come_in_and_add_up_and_the_same_file_again_changes_nothing()
    {
        var (rows, pence, redacted) = Plain(LedgerPlace.Demo(File));
        ledger.Known.Know("Royal Mail Group Ltd");
        var report = await ledger.Import(LedgerPlace.Demo(File), "council-spend");
        Assert.Equal(rows, report.RowsIn);
        Assert.Equal(rows, report[Outcome.New]);
        Assert.Equal(pence, await ledger.Ask<long>("SELECT CAST(SUM(amount_pence) AS bigint) FROM ledger_payment"));

        var cube = await ledger.Cube();
        Assert.Equal(new Sum(rows, pence), cube.Total(MoneyFilter.Everything));
        Assert.Equal(redacted, cube.Total(new() { Standing = Standing.Redacted }).Rows);
        foreach (var side in Enum.GetValues<Side>())
        {
            Assert.Equal(pence, cube.By(side, MoneyFilter.Everything).Sum(slice => slice.Sum.Pence));
            Assert.Equal(rows, cube.By(side, MoneyFilter.Everything).Sum(slice => slice.Sum.Rows));
        }

        var stamp = await ledger.Ask<long>("SELECT number FROM platform_stamp WHERE name = 'ledger'");
        var again = await ledger.Import(LedgerPlace.Demo(File), "council-spend");
        Assert.Equal(rows, again[Outcome.Unchanged]);
        Assert.Equal(rows, again.RowsIn);
        Assert.Equal(0, again.Gone);
        Assert.Equal(stamp, await ledger.Ask<long>("SELECT number FROM platform_stamp WHERE name = 'ledger'"));
    }

    private static (long Rows, long Pence, long Redacted) Plain(string zip)
    {
        using var archive = ZipFile.OpenRead(zip);
        using var csv = CsvDataReader.Create(new StreamReader(archive.Entries[0].Open()));
        var (rows, pence, redacted) = (0L, 0L, 0L);
        while (csv.Read())
        {
            rows++;
            pence += (long)(decimal.Parse(csv.GetString(csv.GetOrdinal("Amount")), CultureInfo.InvariantCulture) * 100);
            redacted += csv.GetString(csv.GetOrdinal("BeneficiaryName")) == "Redacted" ? 1 : 0;
        }

        return (rows, pence, redacted);
    }
}
