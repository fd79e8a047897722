using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Trellis.Browser;

/// <summary>Every kind of page, narrow and wide, light and dark: no fault that the rules of WCAG 2.2 AA can find by machine, and nothing to scroll sideways.</summary>
public sealed class AccessForAll(Served site, ITestOutputHelper output)
{
    internal static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    [Fact]
    public async Task No_page_has_a_fault_and_none_scrolls_sideways()
    {
        var faults = new List<string>();
        var page = await site.NewPage();
        var templates = await Templates.All(site.Address);
        foreach (var url in templates)
        {
            await page.GotoAsync(url);
            foreach (var width in new[] { 320, 1280 })
            {
                await page.SetViewportSizeAsync(width, 800);
                var sideways = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (sideways > 0)
                {
                    faults.Add($"{url} at {width}: {sideways} pixels to scroll sideways");
                }

                foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
                    faults.AddRange((await page.RunAxe(Rules)).Violations.Select(found => $"{url} at {width} {scheme}: {Say(found)}"));
                }
            }
        }

        output.WriteLine($"{templates.Count} kinds of page: {string.Join(" ", templates)}");
        Assert.True(templates.Count >= 15, "Too few kinds of page were found to have looked at everything.");
        Assert.Equal([], faults);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_page_with_faults_is_reported()
    {
        var page = await site.NewPage();
        await page.SetContentAsync("<html><body><img src='x'><input><p style='color:#ddd;background:#fff'>pale</p></body></html>");
        var found = (await page.RunAxe(Rules)).Violations.Select(violation => violation.Id).ToList();
        Assert.Contains("image-alt", found);
        Assert.Contains("label", found);
        Assert.Contains("color-contrast", found);
        Assert.Contains("html-has-lang", found);
        await page.Context.DisposeAsync();
    }

    internal static string Say(AxeResultItem found) =>
        $"{found.Id} ({found.Nodes.Length}): {string.Join(" | ", found.Nodes.Take(3).Select(node => node.Html.Length > 160 ? node.Html[..160] : node.Html))}";
}
