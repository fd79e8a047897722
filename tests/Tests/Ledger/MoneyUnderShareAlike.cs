using System.Text;
using System.Text.Json;
using Trellis.Platform.Exchange;
using Trellis.Standards.Tables;
using Trellis.Tests.Support;

namespace Trellis.Tests.Ledger;

/// <summary>Whose the grants and payments are goes wherever they go; what may only be passed on under its own licence stays out of files that hold other rows.</summary>
public sealed class MoneyUnderShareAlike : IDisposable
{
    private const string Open = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";
    private const string Head = "Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name\n";
    private const string SpendHead = "OrganisationLabel,BeneficiaryName,PaymentDate,TransactionNumber,Amount,Purpose\n";

    private readonly LedgerPlace ledger = new();
    private readonly LedgerPlace elsewhere = new();

    public void Dispose()
    {
        ledger.Dispose();
        elsewhere.Dispose();
    }

    [Fact]
    public async Task Grants_that_only_such_a_list_has_stay_out_and_those_that_another_has_too_go()
    {
        await Bring("360giving", Head + Grant("g1", "Both") + Grant("g2", "Shared"), "shared", "ODbL v1.0", "https://opendatacommons.org/licenses/odbl/1-0/");
        await Bring("360giving", Head + Grant("g1", "Both") + Grant("g3", "Free"), "free", "OGL v3.0", Open);

        var (written, leftOut, json) = await Export("360giving", "json");

        Assert.Equal((2, 1), (written, leftOut));
        using var package = JsonDocument.Parse(json);
        Assert.Equal(["g1", "g3"], package.RootElement.GetProperty("grants").EnumerateArray().Select(grant => grant.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(Open, package.RootElement.GetProperty("license").GetString());
        Assert.Equal("The free list says so.", package.RootElement.GetProperty("description").GetString());
        var rows = await Text("/money/rows.csv");
        Assert.All(["Both", "Free", "The free list says so.", "Rows under a share-alike licence are not in this file"], part => Assert.Contains(part, rows, StringComparison.Ordinal));
        Assert.All(["Shared", "The shared list says so."], part => Assert.DoesNotContain(part, rows, StringComparison.Ordinal));
        Assert.DoesNotContain("Shared", await Text("/money/rows.json"), StringComparison.Ordinal);
        var page = (await ledger.Open("/money/rows")).Text;
        Assert.All(["Shared", "Rows from lists under a share-alike licence stand on this page, but are not in these files"], part => Assert.Contains(part, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Payments_of_such_a_list_stay_out_too()
    {
        await Bring("council-spend", SpendHead + "Trafford Council,Shared Ltd,2025-05-01,T1,10.00,Pens\n", "shared", "CC BY-SA 4.0", null);
        await Bring("council-spend", SpendHead + "Trafford Council,Free Ltd,2025-05-02,T2,20.00,Ink\n", "free", "OGL v3.0", Open);

        var (written, leftOut, csv) = await Export("payments", "csv");

        Assert.Equal((1, 1), (written, leftOut));
        foreach (var file in new[] { csv, await Text("/money/rows.csv?kind=payments") })
        {
            Assert.All(["Free Ltd", "The free list says so."], part => Assert.Contains(part, file, StringComparison.Ordinal));
            Assert.All(["Shared Ltd", "The shared list says so."], part => Assert.DoesNotContain(part, file, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_licence_is_named_only_where_all_lists_came_under_it_and_nothing_is_said_of_rows_left_out_where_there_are_none()
    {
        await Bring("360giving", Head + Grant("g1", "One"), "one", "OGL v3.0", Open);
        await Bring("360giving", Head + Grant("g2", "Two"), "two", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/");

        var (written, leftOut, json) = await Export("360giving", "json");

        Assert.Equal((2, 0), (written, leftOut));
        using var package = JsonDocument.Parse(json);
        Assert.False(package.RootElement.TryGetProperty("license", out _));
        Assert.DoesNotContain("share-alike", (await ledger.Open("/money/rows")).Text + await Text("/money/rows.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Whose_the_grants_are_stands_in_each_form_and_the_file_still_comes_in(string ending)
    {
        await Bring("360giving", Head + Grant("g1", "One") + Grant("g2", "Two"), "one", "OGL v3.0", Open);
        await Bring("360giving", Head + Grant("g3", "Three"), "two", "OGL v3.0", Open);
        var path = Path.Combine(Scratch.Folder("ledger"), "out." + ending);
        await using (var file = File.Create(path))
        {
            await ledger.With<IEnumerable<Exporter>, long>(async exporters => await Exporter(exporters, "360giving").Write(await ledger.ThePlace(), file, ending, default));
        }

        List<string> cells = [];
        using (var table = TableFile.Open(path))
        {
            cells.AddRange(table.Rows().SelectMany(row => row.Headings.Select(heading => row[heading] ?? "").Concat(row.Headings)));
        }

        Assert.Contains(cells, cell => cell.Contains("The one list says so.", StringComparison.Ordinal) && cell.Contains("The two list says so.", StringComparison.Ordinal));
        Assert.Equal(ending == "xlsx", cells.Contains(Open));
        var report = await elsewhere.Import(path, "360giving");
        Assert.Equal((3, 0), (report[Outcome.New], report[Outcome.Refused]));
        Assert.Equal((await ledger.Cube()).Total(new()), (await elsewhere.Cube()).Total(new()));
    }

    private static string Grant(string id, string title) => $"{id},{title},GBP,100,2024-05-01,{title} Choir,GB-CHC-2,Big Fund\n";

    private static Exporter Exporter(IEnumerable<Exporter> exporters, string format) => exporters.Single(one => one.Format == format);

    private async Task<(long Written, long LeftOut, string Text)> Export(string format, string ending)
    {
        var here = await ledger.ThePlace();
        using var file = new MemoryStream();
        return await ledger.With<IEnumerable<Exporter>, (long, long, string)>(async exporters =>
        {
            var exporter = Exporter(exporters, format);
            var written = await exporter.Write(here, file, ending, default);
            return (written, exporter.LeftOut, Encoding.UTF8.GetString(file.ToArray()));
        });
    }

    private async Task<string> Text(string url) => Encoding.UTF8.GetString((await ledger.Open(url)).Body);

    private Task<ImportReport> Bring(string format, string csv, string list, string licence, string? url) =>
        ledger.ImportText(csv, format, list, details => details with { Licence = licence, LicenceUrl = url, Attribution = $"The {list} list says so." });
}
