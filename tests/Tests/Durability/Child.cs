using System.Diagnostics;
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

    /// <summary>The command line on this database.</summary>
    public static Child Trellis(TestDatabase database, params string[] arguments) => Trellis(database, arguments, []);

    /// <summary>The same, with settings of its own.</summary>
    public static Child Trellis(TestDatabase database, string[] arguments, params (string Name, string Value)[] settings) =>
        Start("trellis.dll", arguments, [("TRELLIS_DB", database.Connection), ("TRELLIS_DATA", Path.GetDirectoryName(database.FileName)!), .. settings]);

    /// <summary>One explicit test of this assembly, alone in its own process.</summary>
    public static Child Test(string method, params (string Name, string Value)[] settings) =>
        Start(Path.GetFileName(typeof(Child).Assembly.Location), ["--filter-method", method, "--explicit", "only", "--no-progress", "--no-ansi"], settings);

    /// <summary>What it printed, once it has ended by itself.</summary>
    public async Task<(int Code, string Said)> End()
    {
        await process.WaitForExitAsync();
        return (process.ExitCode, await said);
    }

    public async Task<string> Kill()
    {
        process.Kill(); // SIGKILL
        await process.WaitForExitAsync();
        return await said;
    }

    public void Dispose() => process.Dispose();

    private static Child Start(string assembly, string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }
}
