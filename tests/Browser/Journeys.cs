using System.Text.RegularExpressions;

namespace Trellis.Browser;

/// <summary>What people come for, from the front page, by keyboard alone: on a wide screen, on a phone's, and there without scripts.</summary>
public sealed class Journeys(Served site)
{
    public static TheoryData<int, bool> Ways => new() { { 1280, true }, { 320, true }, { 320, false } };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_food_bank_near_M33_7_is_found_and_opened(int width, bool scripts)
    {
        var (page, keys) = await Home(width, scripts);
        await Search(keys, "food bank near M33 7");

        Assert.Contains("nearest to M33 7", await Text(page), StringComparison.OrdinalIgnoreCase);
        var first = await page.Locator("ul.results h3 a").First.InnerTextAsync();
        await keys.TabTo(first, within: "ul.results");
        await keys.Enter();

        Assert.Equal(first, (await page.Locator("h1").InnerTextAsync()).Trim(), ignoreCase: true);
        Assert.Matches("(?i)food", await Text(page));
        await page.Context.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_charity_is_found_under_a_name_it_had_and_its_money_opened_down_to_a_payment(int width, bool scripts)
    {
        var (page, keys) = await Home(width, scripts);
        await Search(keys, "Age Concern Trafford");
        await keys.TabTo("Age UK Trafford", within: "ul.results");
        await keys.Enter();
        Assert.Equal("Age UK Trafford", (await page.Locator("h1").InnerTextAsync()).Trim());
        Assert.Contains("Age Concern Trafford", await Text(page), StringComparison.OrdinalIgnoreCase);

        await DownToAPayment(page, keys);
        await page.Context.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_carers_charity_is_found_and_its_money_opened_down_to_a_payment(int width, bool scripts)
    {
        var (page, keys) = await Home(width, scripts);
        await Search(keys, "Trafford carers center");
        await keys.TabTo("Trafford Carers Centre", within: "ul.results");
        await keys.Enter();
        Assert.Equal("Trafford Carers Centre", (await page.Locator("h1").InnerTextAsync()).Trim());

        var lastYear = await page.Locator("tr", new() { Has = page.GetByRole(AriaRole.Link, new() { Name = "2025-26", Exact = true }) }).Locator("td.number").InnerTextAsync();
        await keys.TabTo("2025-26");
        await keys.Enter();
        Assert.Contains(lastYear.Trim(), await Text(page), StringComparison.Ordinal);
        await OpenAFigure(page, keys);
        await page.Context.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_is_on_the_screen_is_taken_away_as_a_file(int width, bool scripts)
    {
        var (page, keys) = await Home(width, scripts);
        await Search(keys, "food bank");
        var total = int.Parse(Regex.Match(await page.Locator("p.lead").First.InnerTextAsync(), "[0-9,]+").Value.Replace(",", "", StringComparison.Ordinal));
        await keys.TabTo("CSV", within: ".downloads");
        var file = await keys.EnterForDownload();

        var lines = await File.ReadAllTextAsync(await file.PathAsync());
        Assert.EndsWith(".csv", file.SuggestedFilename, StringComparison.Ordinal);
        Assert.InRange(lines.Split('\n').Length, total + 1, (total * 20) + 20);
        await page.Context.DisposeAsync();
    }

    /// <summary>Each ward of the table with its pounds a head.</summary>
    private const string MoneyPerHead = """
        () => {
            const heading = [...document.querySelectorAll('thead th')].find(one => /for each resident/.test(one.textContent));
            return [...heading.closest('table').tBodies[0].rows].map(row => [row.cells[0].innerText.trim(), row.cells[heading.cellIndex].innerText.replace(/[£,]/g, '')]);
        }
        """;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_wards_with_most_and_least_money_a_head_are_named(int width, bool scripts)
    {
        var (page, keys) = await Home(width, scripts);
        await keys.TabTo("Wards", within: "header");
        await keys.Enter();
        await keys.TabTo("Show on the map");
        await Choose(page, "(?i)money.*for each resident");
        await keys.TabTo("Show", within: "form.inline");
        await keys.Enter();

        var figures = (await page.EvaluateAsync<string[][]>(MoneyPerHead)).Select(row => (Ward: row[0], Pounds: decimal.Parse(row[1]))).ToList();
        Assert.True(figures.Count > 20 && figures.Min(row => row.Pounds) < figures.Max(row => row.Pounds));
        var (most, least) = (await Named(page, "Most"), await Named(page, "Least"));
        Assert.Equal(figures.Where(row => row.Pounds == figures.Max(one => one.Pounds)).Select(row => row.Ward).Order(), most.Order());
        Assert.Equal(figures.Where(row => row.Pounds == figures.Min(one => one.Pounds)).Select(row => row.Ward).Order(), least.Order());
        await keys.TabTo(most[0], within: "dl.facts");
        await keys.Enter();
        Assert.Contains(most[0], await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }

    private static async Task DownToAPayment(IPage page, Keyboard keys)
    {
        await keys.TabTo("All of it, row by row");
        await keys.Enter();
        await OpenAFigure(page, keys);
    }

    private static async Task OpenAFigure(IPage page, Keyboard keys)
    {
        var amount = await page.Locator("td.number a[href*='/money/payments/'], td.number a[href*='/money/grants/']").First.InnerTextAsync();
        await keys.TabTo(amount, within: "td.number");
        await keys.Enter();
        Assert.Contains(amount.TrimStart('-'), await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Trafford Council", await Text(page), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<IReadOnlyList<string>> Named(IPage page, string which) =>
        await page.Locator("dl.facts div", new() { Has = page.GetByText(which, new() { Exact = true }) }).Locator("dd a").AllInnerTextsAsync();

    /// <summary>Down the open list with the arrow key until a choice has the words.</summary>
    private static async Task Choose(IPage page, string words)
    {
        await page.Keyboard.PressAsync("Home");
        for (var step = 0; step < 60; step++)
        {
            if (Regex.IsMatch(await page.EvaluateAsync<string>("document.activeElement.selectedOptions[0].text"), words))
            {
                return;
            }

            await page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Fail($"No choice has the words {words}.");
    }

    private static async Task Search(Keyboard keys, string words)
    {
        await keys.TabTo("Find a group, a service or a cause", within: "form.search");
        await keys.Type(words);
        await keys.Enter();
    }

    private static async Task<string> Text(IPage page) => Regex.Replace(await page.Locator("main").InnerTextAsync(), @"\s+", " ");

    private async Task<(IPage Page, Keyboard Keys)> Home(int width, bool scripts)
    {
        var page = await site.NewPage(width, scripts);
        await page.GotoAsync("/");
        return (page, new(page));
    }
}
