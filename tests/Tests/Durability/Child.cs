using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Trellis.Tests.Support;

namespace Trellis.Tests.Durability;

/// <summary>A process of the product that can be killed as a power cut would: at once, with no chance to tidy up.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process process;
    private readonly Task<string> said;

    private Child(Process process)
    {
        this.process = process;
        said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync())
            .ContinueWith(both => string.Concat(both.GetAwaiter().GetResult()), TaskScheduler.Default);
    }

    public bool HasEnded => process.HasExited;

    public int Id => process.Id;

    /// <summary>The command line on this database.</summary>
    public static Child Trellis(TestDatabase database, params string[] arguments) => Trellis(database, arguments, []);

    /// <summary>The same, with settings of its own.</summary>
    public static Child Trellis(TestDatabase database, string[] arguments, params (string Name, string Value)[] settings) =>
        Dotnet("trellis.dll", arguments, [("TRELLIS_DB", database.Connection), ("TRELLIS_DATA", Path.GetDirectoryName(database.FileName)!), .. settings]);

    /// <summary>The site on a disk of its own that holds so many megabytes, at a folder that only it sees so.</summary>
    public static Child TrellisOnItsOwnDisk(string folder, int megabytes, string mode, params string[] arguments) => Start("unshare",
        ["-rm", "sh", "-c", $"mount -t tmpfs -o {mode},size={megabytes}m tmpfs \"$0\" && exec env -u TRELLIS_DB dotnet \"$@\"", folder, Path.Combine(AppContext.BaseDirectory, "trellis.dll"), .. arguments, "--data", folder]);

    /// <summary>The site with its data in this folder.</summary>
    public static Child TrellisIn(string folder, params string[] arguments) => Dotnet("trellis.dll", [.. arguments, "--data", folder], ("TRELLIS_DB", $"Data Source={Path.Combine(folder, "trellis.db")}"));

    /// <summary>A folder as the process sees it.</summary>
    public string Inside(string folder) => $"/proc/{Id}/root{folder}";

    /// <summary>One explicit test of this assembly, alone in its own process.</summary>
    public static Child Test(string method, params (string Name, string Value)[] settings) =>
        Dotnet(Path.GetFileName(typeof(Child).Assembly.Location), ["--filter-method", method, "--explicit", "only", "--no-progress", "--no-ansi"], settings);

    /// <summary>What it printed, once it has ended by itself.</summary>
    public async Task<(int Code, string Said)> End()
    {
        await process.WaitForExitAsync();
        return (process.ExitCode, await said);
    }

    /// <summary>What it printed until it ended in order, having been asked to.</summary>
    public async Task<string> Stop()
    {
        using var asking = Process.Start("kill", ["-TERM", $"{Id}"]);
        await asking.WaitForExitAsync();
        return (await End()).Said;
    }

    public async Task<string> Kill()
    {
        process.Kill(); // SIGKILL
        await process.WaitForExitAsync();
        return await said;
    }

    public void Dispose() => process.Dispose();

    /// <summary>Waits until a site that listens there answers.</summary>
    public async Task<Child> Ready(int port)
    {
        using var client = new HttpClient();
        for (var time = 0; time < 300; time++)
        {
            Assert.False(HasEnded, HasEnded ? (await End()).Said : "");
            try
            {
                using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/health/live"));
                return this;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200);
            }
        }

        throw new TimeoutException("The site did not start within a minute.");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Child Dotnet(string assembly, string[] arguments, params (string Name, string Value)[] settings) =>
        Start("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments], settings);

    private static Child Start(string program, string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }
}
