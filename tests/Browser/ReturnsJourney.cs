using System.Text.RegularExpressions;

namespace Trellis.Browser;

/// <summary>A manager makes last quarter's return for three funders, opens a figure down to one entry, sends, corrects the entry, and sees what that changes.</summary>
public sealed partial class ReturnsJourney(Served site)
{
    [Theory]
    [InlineData(1280)]
    public async Task Three_returns_are_sent_from_the_same_records_and_a_correction_is_a_difference(int width)
    {
        var page = await site.NewPage(width);
        await Sample.Manager.SignIn(page);
        await page.GotoAsync("/work/reports");
        var returns = await page.Locator("main a[href*='/returns/']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.Equal(3, returns.Length);

        await page.GotoAsync(returns[0]);
        var entry = await OpenDownToAnEntry(page);
        foreach (var address in returns)
        {
            await Send(page, address);
        }

        var asSent = await Figures(page, returns[0]);
        await page.GotoAsync(entry);
        var minutes = int.Parse(await page.GetByLabel("Minutes").InputValueAsync(), null);
        await page.GetByLabel("Minutes").FillAsync((minutes + 120).ToString("0", null));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }).ClickAsync();

        Assert.Equal(asSent, await Figures(page, returns[0]));
        foreach (var address in returns) // told in two funders' shapes from the same records, it differs in both
        {
            await page.GotoAsync(address);
            await page.GetByRole(AriaRole.Link, new() { Name = "See the difference" }).ClickAsync();
            var said = await page.Locator("main").InnerTextAsync();
            Assert.Contains("What was sent on", said, StringComparison.Ordinal);
            Assert.Contains("Corrected:", said, StringComparison.Ordinal);
            Assert.Contains(ThenAndNow().Matches(said), figure => figure.Groups[1].Value != figure.Groups[2].Value); // two hours more
            await page.Fits();
        }

        await page.Context.DisposeAsync();
    }

    /// <summary>From the first figure, the groups that were supported, to the page of one entry behind it.</summary>
    private static async Task<string> OpenDownToAnEntry(IPage page)
    {
        await page.Fits();
        var figure = page.Locator("main td a[href*='/figures/']").First;
        var wording = await page.Locator("main tbody th").First.InnerTextAsync();
        var groups = int.Parse(await figure.InnerTextAsync(), null);
        Assert.InRange(groups, 1, 1_000);
        await figure.ClickAsync();
        await page.Fits();
        Assert.Equal(wording, await page.Locator("h1").InnerTextAsync());
        var named = (await page.Locator("main tbody td[data-name='Groups']").AllInnerTextsAsync()).SelectMany(text => text.Split("; ")).Distinct().Count();
        Assert.InRange(named, 1, groups); // a page shows the first of them
        await page.Locator("main tbody th a[href^='/work/log/']").First.ClickAsync();
        Assert.Equal("Correct an entry of the support log", await page.Locator("h1").InnerTextAsync());
        await page.Fits();
        return page.Url;
    }

    private static async Task Send(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Write, choose stories and send" }).ClickAsync();
        await page.GetByLabel("In words: what happened, what was learnt").FillAsync("A good quarter.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GotoAsync(address + "/edit");
        await page.Fits();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the return" }).ClickAsync();
        await page.GotoAsync(address);
        Assert.Contains("The figures and the records behind them are kept as they were.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("A good quarter.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> Figures(IPage page, string address)
    {
        await page.GotoAsync(address);
        return string.Join('|', await page.Locator("main table tbody").First.AllInnerTextsAsync());
    }

    [GeneratedRegex(@"(?m)^Sent: (.+)\. Counted now: (.+)\.\r?$")]
    private static partial Regex ThenAndNow();
}
