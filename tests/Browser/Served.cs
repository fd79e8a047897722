[assembly: AssemblyFixture(typeof(Trellis.Browser.Served))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Trellis.Browser;

/// <summary>The built server with the demo place in it, and a real browser to visit it with.</summary>
public sealed class Served : IAsyncLifetime
{
    private static readonly string[] Alone =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly Server server = new(Directory.CreateTempSubdirectory("trellis-browser-").FullName);
    private IPlaywright? playwright;
    private IBrowser? browser;

    public string Address => server.Address;

    /// <summary>The folder with the site's database, which another server can be given a copy of.</summary>
    internal string Data => server.Data;

    /// <summary>Browsers make passkeys for a name, and a machine's own is localhost.</summary>
    public string Named => Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>What the console offers on the first start: how to become the administrator.</summary>
    public Task<string> FirstAdministrator => server.FirstAdministrator;

    public async ValueTask InitializeAsync()
    {
        var ready = server.Start();
        playwright = await Playwright.CreateAsync();
        browser = await Launch(playwright);
        await ready.WaitAsync(TimeSpan.FromMinutes(5));
    }

    /// <summary>A browser of its own.</summary>
    /// <param name="more">What else it is started with.</param>
    internal static Task<IBrowser> Launch(IPlaywright playwright, params string[] more) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("TRELLIS_CHROMIUM") ?? "/usr/bin/chromium",
        Args = [.. Alone, .. more],
    });

    /// <summary>A new window of a visitor who was never here; or of one who visits another server.</summary>
    public async Task<IPage> NewPage(int width = 1280, bool scripts = true, string? address = null)
    {
        var visitor = await browser!.NewContextAsync(new()
        {
            BaseURL = address ?? Address,
            ViewportSize = new() { Width = width, Height = width < 600 ? 640 : 900 },
            JavaScriptEnabled = scripts,
            AcceptDownloads = true,
            Locale = "en-GB",
        });
        return await visitor.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await server.DisposeAsync();
        Directory.Delete(server.Data, recursive: true);
    }
}
