using System.Globalization;
using System.Text;
using Trellis.Tests.Support;

namespace Trellis.Tests.Ledger;

/// <summary>A long list of rows can be walked through page by page, on and back, and each page is the same on both ways.</summary>
public sealed class RowsPageByPage : IDisposable
{
    private readonly LedgerPlace ledger = new();

    public void Dispose() => ledger.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("?kind=payments")]
    public async Task The_pages_back_are_the_pages_that_one_came_by(string narrowed)
    {
        await ledger.ImportText(Grants(60), "360giving", "grants");
        await ledger.ImportText(Spend(130), "council-spend", "spend");
        var page = await ledger.Open("/money/rows" + narrowed);
        Assert.Null(page.Document.QuerySelector("a[rel=prev]"));
        List<string> seen = [Rows(page)];
        while (page.Document.QuerySelector("a[rel=next]") is not null)
        {
            page = await page.Follow("Next page");
            seen.Add(Rows(page));
        }

        Assert.Equal(narrowed.Length == 0 ? 4 : 3, seen.Count);
        for (var at = seen.Count - 2; at >= 0; at--)
        {
            page = await page.Follow("Previous page");
            Assert.Equal(seen[at], Rows(page));
        }

        Assert.Null(page.Document.QuerySelector("a[rel=prev]"));
        Assert.Equal(seen[1], Rows(await page.Follow("Next page")));
    }

    private static string Rows(PageSeen page) => string.Join('\n', page.Table("Latest first").Select(row => string.Join('|', row)));

    /// <summary>Four to a day, so that pages end within days that hold grants and payments.</summary>
    private static string Day(int row) => new DateOnly(2025, 5, 1).AddDays(row / 4).ToString("O", CultureInfo.InvariantCulture);

    private static string Spend(int rows)
    {
        var csv = new StringBuilder("OrganisationLabel,BeneficiaryName,PaymentDate,TransactionNumber,Amount,Purpose\n");
        for (var row = 0; row < rows; row++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"Trafford Council,Payee {row % 3},{Day(row)},T{row},{row + 1}.00,P{row}\n");
        }

        return csv.ToString();
    }

    private static string Grants(int rows)
    {
        var csv = new StringBuilder("Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name\n");
        for (var row = 0; row < rows; row++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"g{row},Title {row},GBP,{row + 1},{Day(row)},Choir {row % 3},GB-CHC-2,Big Fund\n");
        }

        return csv.ToString();
    }
}
