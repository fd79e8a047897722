using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Bench;

/// <summary>The program as people run it: by ./trellis, compiled ahead, in a process of its own.</summary>
internal static class RealProgram
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);
    private static readonly int[] Done = [0, 1]; // 1: done with findings

    /// <summary>Builds it where a source has changed, and compiles it ahead at once, so that what is measured is neither.</summary>
    public static async Task Build()
    {
        Environment.SetEnvironmentVariable("TRELLIS_COMPILE_AHEAD", "now");
        using var building = Begin("--help");
        await Said(building, "serve");
        await building.WaitForExitAsync();
    }

    public static Process Begin(params string[] words) =>
        Process.Start(new ProcessStartInfo(Path.Combine(Bench.Root, "trellis"), words) { RedirectStandardOutput = true })!;

    /// <summary>Waits for words, and reads on afterwards, or the program would come to stand when nobody takes what it says.</summary>
    public static Task Said(Process program, string words)
    {
        var said = new TaskCompletionSource();
        program.OutputDataReceived += (_, line) => _ = line.Data is null
            ? said.TrySetException(new InvalidOperationException($"It ended before it said: {words}"))
            : line.Data.Contains(words, StringComparison.Ordinal) && said.TrySetResult();
        program.BeginOutputReadLine();
        return said.Task;
    }

    /// <summary>Brings a file into the place of a folder; an empty one gets a place first.</summary>
    /// <returns>How long the whole command took, from the shell on, and the most memory it had, in bytes.</returns>
    public static async Task<(double Seconds, long Peak)> Import(string file, string format, string folder)
    {
        if (!File.Exists(Path.Combine(folder, "trellis.db")))
        {
            await using var site = await Bench.Site(Path.Combine(Directory.CreateDirectory(folder).FullName, "trellis.db"));
            await using var scope = site.Services.CreateAsyncScope();
            await Bench.Place(scope.ServiceProvider);
        }

        var watch = Stopwatch.StartNew();
        using var program = Begin("import", file, "--as", format, "--data", folder, "--publisher", "Trellis, generated", "--licence", "for measuring only");
        var (ended, said, peak) = (program.WaitForExitAsync(), program.StandardOutput.ReadToEndAsync(), 0L);
        while (await Task.WhenAny(ended, Task.Delay(Look)) != ended)
        {
            peak = Math.Max(peak, Peak(program)); // told only while it lives
        }

        watch.Stop();
        return Done.Contains(program.ExitCode) ? (watch.Elapsed.TotalSeconds, peak) : throw new InvalidOperationException($"{file} did not come in: {await said}");
    }

    private static long Peak(Process program)
    {
        try
        {
            var line = File.ReadLines($"/proc/{program.Id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)); // none once it has ended
            return line is null ? 0 : long.Parse(line.AsSpan(6, line.Length - 9), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0; // it ended meanwhile
        }
    }
}
