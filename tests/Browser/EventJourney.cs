using Microsoft.Playwright;

namespace Trellis.Browser;

/// <summary>A treasurers' evening from planning to certificate: on a phone without scripts, and on a wide screen.</summary>
public sealed class EventJourney(Served site)
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    public async Task A_treasurers_evening_is_planned_booked_waited_for_attended_and_certified(int width, bool scripts)
    {
        var title = $"Treasurers at {width}";
        var worker = await site.NewPage(width, scripts);
        await worker.GotoAsync("/demo/people");
        await worker.GetByRole(AriaRole.Button, new() { Name = "Continue as Siân Hughes" }).ClickAsync();
        await Plan(worker, title);
        Assert.Equal("You have a place", await Book(title, "Ann Bell", width, scripts));
        Assert.Equal("You are on the waiting list", await Book(title, "Bob Cole", width, scripts));

        await worker.ReloadAsync();
        Assert.Contains("1 of 1 place is taken. 1 person waits.", await worker.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await worker.GetByRole(AriaRole.Link, new() { Name = "Who came" }).ClickAsync();
        await worker.GetByRole(AriaRole.Button, new() { Name = "Ann Bell came" }).ClickAsync();
        Assert.Contains("1 came, 0 not marked yet.", await worker.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await worker.Fits();

        await worker.GoBackAsync();
        await worker.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await worker.GetByRole(AriaRole.Link, new() { Name = "Ann Bell" }).ClickAsync();
        var certificate = worker.Locator("a[href^='/certificates/']");
        await certificate.ClickAsync();
        Assert.Equal("Ann Bell", await worker.Locator("h1").InnerTextAsync());
        await worker.Fits();
        await worker.Context.DisposeAsync();
    }

    /// <summary>In an hour's time, so that who came can be marked at once.</summary>
    private static async Task Plan(IPage page, string title)
    {
        await page.GotoAsync("/work/events/plan");
        var starts = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow.AddMinutes(10), "Europe/London");
        starts = starts.Hour == 23 ? starts.AddHours(1) : starts;
        await page.GetByLabel("Title").FillAsync(title);
        await page.GetByLabel("What is it about?").SelectOptionAsync(new SelectOptionValue { Label = "Money" });
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync(starts.ToString("d MMMM yyyy"));
        await page.GetByLabel("From", new() { Exact = true }).FillAsync(starts.ToString("HH:mm"));
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("23:59");
        await page.GetByLabel("How many people can come?").FillAsync("1");
        await page.GetByLabel("Where?").FillAsync("Sample Hall");
        await page.Fits();
        await page.GetByRole(AriaRole.Button, new() { Name = "Plan it" }).ClickAsync();
        Assert.Equal(title, await page.Locator("h1").InnerTextAsync());
    }

    private async Task<string> Book(string title, string name, int width, bool scripts)
    {
        var page = await site.NewPage(width, scripts);
        await page.GotoAsync("/events");
        await page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Email address").FillAsync($"{name.Replace(' ', '.')}.{width}@example.org");
        await page.Fits();
        await page.Locator("form:has([name='Form.Email']) button").ClickAsync();
        var said = await page.Locator("h1").InnerTextAsync();
        await page.Context.DisposeAsync();
        return said;
    }
}
