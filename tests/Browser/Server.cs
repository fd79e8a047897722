using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Trellis.Browser;

/// <summary>The built server as a process of its own, on a port and a data folder of its own.</summary>
internal sealed class Server(string data) : IAsyncDisposable
{
    private const string FirstLink = "/first-administrator?key=";
    private readonly TaskCompletionSource<string> firstLink = new();
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> failures = new();
    private Process? process;

    public string Data => data;

    /// <summary>What the server wrote down of requests that failed in it.</summary>
    public IEnumerable<string> Failures => failures;

    public string Address { get; } = $"http://127.0.0.1:{FreePort()}";

    /// <summary>The path of the link that makes the first administrator, as the console shows it.</summary>
    public Task<string> FirstAdministrator => firstLink.Task.WaitAsync(TimeSpan.FromSeconds(30));

    public async Task Start()
    {
        var start = new ProcessStartInfo(
            "dotnet", [Fact("Server"), "serve", "--data", data, "--port", new Uri(Address).Port.ToString(), "--files", Fact("Data"), "--place", "trafford"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment.Remove("TRELLIS_DB");
        process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Trellis is ready", StringComparison.Ordinal))
            {
                _ = ReadOn(process.StandardOutput);
                return;
            }
        }

        throw new InvalidOperationException("The server ended before it was ready.");
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
            process = null;
        }
    }

    /// <summary>The server must not block on a full pipe.</summary>
    private async Task ReadOn(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(FirstLink, StringComparison.Ordinal) is > 0 and var at)
            {
                firstLink.TrySetResult(line[at..].Split(' ')[0]);
            }
            else if (line.Contains("A request failed", StringComparison.Ordinal))
            {
                failures.Enqueue(line);
            }
        }
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
