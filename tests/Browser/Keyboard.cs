namespace Trellis.Browser;

/// <summary>A person without a mouse: goes from one control to the next with Tab, types, and presses Enter.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostSteps = 600;

    private const string WhereAmI =
        """
        () => {
            const at = document.activeElement;
            if (!at || at === document.body) return '';
            const label = at.labels && at.labels.length ? at.labels[0].innerText : '';
            return (at.getAttribute('aria-label') || label || at.innerText || at.textContent || '').replace(/\s+/g, ' ').trim();
        }
        """;

    /// <summary>Presses Tab until the control with these words (or one whose words begin so) has the focus.</summary>
    public async Task TabTo(string words, string? within = null)
    {
        var met = new List<string>();
        for (var step = 0; step < MostSteps; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            var here = await page.EvaluateAsync<string>(WhereAmI);
            if (here.StartsWith(words, StringComparison.OrdinalIgnoreCase) && (within is null || await IsWithin(within)))
            {
                Assert.True(await IsSeen(), $"“{here}” has the focus but it cannot be seen.");
                return;
            }

            met.Add(here);
        }

        Assert.Fail($"Tab never reached “{words}” on {page.Url}. It met: {string.Join("; ", met.Distinct().Take(60))}");
    }

    public async Task Type(string text) => await page.Keyboard.TypeAsync(text);

    /// <summary>Presses Enter and waits for the page that it leads to.</summary>
    public async Task Enter()
    {
        var before = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await Until(() => Task.FromResult(page.Url != before), $"Enter led nowhere from {before}.");
        await Until(IsComplete, $"The page after {before} was never complete.");
    }

    public async Task<IDownload> EnterForDownload() => await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));

    private static async Task Until(Func<Task<bool>> isSo, string otherwise)
    {
        for (var wait = 0; !await isSo(); wait++)
        {
            Assert.True(wait < 600, otherwise);
            await Task.Delay(50);
        }
    }

    /// <summary>Asked of the page itself, since its event may have come before we listen; again and again from here, since a page without scripts runs nothing that waits.</summary>
    private async Task<bool> IsComplete()
    {
        try
        {
            return await page.EvaluateAsync<bool>("() => document.readyState === 'complete'");
        }
        catch (PlaywrightException)
        {
            return false; // it was just being left for the next one
        }
    }

    private async Task<bool> IsWithin(string selector) =>
        await page.EvaluateAsync<bool>("selector => document.activeElement.closest(selector) !== null", selector);

    private async Task<bool> IsSeen() => await page.EvaluateAsync<bool>(
        """
        () => {
            const box = document.activeElement.getBoundingClientRect();
            return box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
        }
        """);
}
