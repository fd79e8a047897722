using System.Diagnostics;

namespace Trellis.Browser;

/// <summary>A worker with a telephone at the ear writes down what was done: on the keyboard alone, at forty words a minute, within twenty seconds.</summary>
public sealed class LoggingHelp(Served site)
{
    private const int AKey = 300; // 40 words of 5 letters a minute are 200 keys

    [Fact]
    public async Task An_entry_takes_twenty_seconds_at_forty_words_a_minute()
    {
        var page = await site.NewPage();
        var keys = new Keyboard(page);
        await page.GotoAsync("/demo/people");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue as Siân" }).ClickAsync();
        await page.WaitForURLAsync("**/me");
        await page.GotoAsync("/work/log");
        await page.GetByLabel("Which group? Any name it has or had, or its number").FillAsync("Tuesday Table"); // the name that the group had before
        await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        var group = page.GetByRole(AriaRole.Link, new() { Name = "Lantern Lunch Club (made up for the demo)" });
        for (var wait = 0; wait < 30 && await group.CountAsync() == 0; wait++)
        {
            await Task.Delay(500); // groups that were made a moment ago are found a second later
            await page.ReloadAsync();
        }

        var watch = Stopwatch.StartNew();
        await group.First.ClickAsync();
        await page.Locator("#Form-Minutes:focus").WaitForAsync();
        await Type(page, "12");
        await To(keys, "What about");
        await Type(page, "Mon");
        await To(keys, "What was done");
        await Type(page, "Explained Gift Aid");
        await To(keys, "What comes next");
        await Type(page, "Call back");
        await To(keys, "On");
        await Type(page, DateTime.UtcNow.AddDays(3).ToString("d M yyyy"));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/support?logged=*");
        watch.Stop();
        var said = await page.Locator("main").InnerTextAsync();
        Assert.Contains("Explained Gift Aid", said, StringComparison.Ordinal);
        Assert.Contains("Call back", said, StringComparison.Ordinal);
        Assert.True(watch.Elapsed <= TimeSpan.FromSeconds(20), $"It took {watch.Elapsed.TotalSeconds:0.0} seconds.");
        await page.Context.DisposeAsync();
    }

    private static Task Type(IPage page, string text) => page.Keyboard.TypeAsync(text, new() { Delay = AKey });

    private static async Task To(Keyboard keys, string label)
    {
        await Task.Delay(AKey);
        await keys.TabTo(label);
    }
}
