using Trellis.Ledger.Totals;
using Trellis.Platform.Exchange;
using Trellis.Tests.Support;

namespace Trellis.Tests.Ledger;

/// <summary>What goes out in the 360Giving standard says what came in, and comes in elsewhere as the same.</summary>
public sealed class GrantsGoOut : IDisposable
{
    private const string Grants =
        """
        Identifier,Title,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Beneficiary Location:Geographic Code,Recipient Ind:Identifier,Recipient Ind:Name,Funding Org:Identifier,Funding Org:Name
        g1,To a person,GBP,100,2024-05-01,,,,p1,Individual,GB-CHC-2,Big Fund
        g2,From one without a number,GBP,20,2024-05-01,,The Choir of Sale,E05000001,,,,The Old Fund

        """;

    private readonly LedgerPlace ledger = new();
    private readonly LedgerPlace elsewhere = new();

    public void Dispose()
    {
        ledger.Dispose();
        elsewhere.Dispose();
    }

    [Fact]
    public async Task Persons_stay_persons_and_names_stay_whole()
    {
        await ledger.ImportText(Grants, "360giving", "grants");
        var path = Path.Combine(Scratch.Folder("ledger"), "out.json");
        await using (var file = File.Create(path))
        {
            var here = await ledger.ThePlace();
            Assert.Equal(2, await ledger.With<IEnumerable<Exporter>, long>(exporters => exporters.Single(one => one.Format == "360giving").Write(here, file, "json", default)));
        }

        var text = await File.ReadAllTextAsync(path);
        Assert.Contains("\"recipientIndividual\"", text, StringComparison.Ordinal);
        Assert.Contains("\"geoCode\":\"E05000001\"", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(2, (await elsewhere.Import(path, "360giving"))[Outcome.New]);
        Assert.Equal(["Big Fund", "The Choir of Sale", "The Old Fund"], elsewhere.Known.Mentioned.Select(mention => mention.Name).Order(StringComparer.Ordinal));
        Assert.Equal(10_000, (await elsewhere.Cube()).Total(new() { Standing = Standing.Redacted }).Pence);
        Assert.Equal((await ledger.Cube()).Total(MoneyFilter.Everything), (await elsewhere.Cube()).Total(MoneyFilter.Everything));
    }
}
