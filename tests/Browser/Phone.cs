using System.Diagnostics;

namespace Trellis.Browser;

/// <summary>A browser of its own, as on somebody's phone, which can die at any moment: its processes are killed, and it says goodbye to nobody.</summary>
internal sealed class Phone : IAsyncDisposable
{
    private readonly string mark = "--phone=" + Guid.CreateVersion7().ToString("n");
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static async Task<(Phone Phone, IPage Page)> TurnOn(string address)
    {
        var phone = new Phone();
        phone.playwright = await Playwright.CreateAsync();
        phone.browser = await Served.Launch(phone.playwright, phone.mark);
        var context = await phone.browser.NewContextAsync(new() { BaseURL = address, ViewportSize = new() { Width = 320, Height = 640 }, IsMobile = true, HasTouch = true, Locale = "en-GB" });
        return (phone, await context.NewPageAsync());
    }

    /// <summary>Kills every process of it at once, as an empty battery does.</summary>
    public void Die()
    {
        var mine = Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)).Where(IsMine).Select(folder => int.Parse(Path.GetFileName(folder), null)).ToList();
        Assert.NotEmpty(mine);
        foreach (var id in mine)
        {
            Kill(id);
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill(entireProcessTree: true);
        }
        catch (ArgumentException)
        {
            // It went with the one before.
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await browser!.DisposeAsync();
        }
        catch (PlaywrightException)
        {
            // It is dead already.
        }

        playwright!.Dispose();
    }

    private bool IsMine(string folder)
    {
        try
        {
            return File.ReadAllText(folder + "/cmdline").Split('\0').Contains(mark);
        }
        catch (IOException)
        {
            return false; // it ended meanwhile
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
