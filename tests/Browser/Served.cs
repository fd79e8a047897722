using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

[assembly: AssemblyFixture(typeof(Trellis.Browser.Served))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Trellis.Browser;

/// <summary>The built server as a process of its own with the demo place in it, and a real browser to visit it with.</summary>
public sealed class Served : IAsyncLifetime
{
    private static readonly string[] Alone =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly string data = Directory.CreateTempSubdirectory("trellis-browser-").FullName;
    private Process? server;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public string Address { get; } = $"http://127.0.0.1:{FreePort()}";

    /// <summary>Browsers make passkeys for a name, and a machine's own is localhost.</summary>
    public string Named => Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>Where the server keeps everything.</summary>
    public string Data => data;

    /// <summary>What the console offers on the first start: how to become the administrator.</summary>
    public string FirstAdministrator { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var ready = Start();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("TRELLIS_CHROMIUM") ?? "/usr/bin/chromium",
            Args = Alone,
        });
        await ready.WaitAsync(TimeSpan.FromMinutes(5));
    }

    /// <summary>A new window of a visitor who was never here.</summary>
    public async Task<IPage> NewPage(int width = 1280, bool scripts = true)
    {
        var visitor = await browser!.NewContextAsync(new()
        {
            BaseURL = Address,
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
        if (server is not null)
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
            server.Dispose();
        }

        Directory.Delete(data, recursive: true);
    }

    private async Task Start()
    {
        var start = new ProcessStartInfo(
            "dotnet", [Fact("Server"), "serve", "--data", data, "--port", new Uri(Address).Port.ToString(), "--files", Fact("Data"), "--place", "trafford"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment.Remove("TRELLIS_DB");
        server = Process.Start(start)!;
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Nobody administers it yet.", StringComparison.Ordinal)) // the last that is said
            {
                FirstAdministrator = line.Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal)).Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
                _ = server.StandardOutput.ReadToEndAsync(); // the server must not block on a full pipe
                return;
            }
        }

        throw new InvalidOperationException("The server ended before it was ready.");
    }

    private static string Fact(string key) =>
        Path.GetFullPath(typeof(Served).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == key).Value!);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
