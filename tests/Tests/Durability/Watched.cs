using System.Diagnostics;

namespace Trellis.Tests.Durability;

/// <summary>What a process asks of the system, seen and, where a test wants it, refused by strace.</summary>
internal sealed class Watched : IDisposable
{
    private readonly Process strace;
    private readonly string trace;

    private Watched(Process strace, string trace) => (this.strace, this.trace) = (strace, trace);

    /// <summary>Whether this machine has strace and lets it look at other processes.</summary>
    public static bool IsPossible { get; } = MayLook();

    /// <summary>Every write to a file is refused, as on a disk that the system has turned read-only.</summary>
    public static Task<Watched> RefuseWrites(Child child, string trace, string error) =>
        Begin(child, trace, "-e", "trace=pwrite64,ftruncate", "-e", $"inject=pwrite64,ftruncate:error={error}");

    /// <summary>Writes to files, syncs and what goes out over the network, each line with the name of the file.</summary>
    public static Task<Watched> WritesAndReplies(Child child, string trace) =>
        Begin(child, trace, "-y", "-s", "32", "-e", "trace=pwrite64,fsync,fdatasync,sendto,sendmsg");

    /// <summary>Everything that is written to files, whole, with where and when it was synced.</summary>
    public static Task<Watched> AllWrites(Child child, string trace) =>
        Begin(child, trace, "-y", "-x", "-s", "10000000", "-e", "trace=pwrite64,ftruncate,fsync,fdatasync");

    /// <summary>Lets go of the process and returns what was seen.</summary>
    public async Task<string[]> End()
    {
        Run("kill", "-INT", $"{strace.Id}");
        await strace.WaitForExitAsync();
        return await File.ReadAllLinesAsync(trace);
    }

    public void Dispose()
    {
        if (!strace.HasExited)
        {
            strace.Kill();
        }

        strace.Dispose();
    }

    /// <summary>At a process that is not its own child, which some machines forbid.</summary>
    private static bool MayLook()
    {
        using var other = Process.Start("sleep", "60");
        try
        {
            using var strace = Process.Start(new ProcessStartInfo("strace", ["-o", "/dev/null", "-p", $"{other.Id}"]) { RedirectStandardError = true })!;
            var said = strace.StandardError.ReadLine();
            strace.Kill();
            return said?.Contains("attached", StringComparison.Ordinal) == true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
        finally
        {
            other.Kill();
        }
    }

    private static async Task<Watched> Begin(Child child, string trace, params string[] what)
    {
        var strace = Process.Start(new ProcessStartInfo("strace", ["-f", "-p", $"{child.Id}", "-o", trace, .. what]) { RedirectStandardError = true })!;
        var said = await strace.StandardError.ReadLineAsync(); // it speaks once it holds the process
        Assert.Contains("attached", said ?? "", StringComparison.Ordinal);
        _ = strace.StandardError.ReadToEndAsync();
        return new(strace, trace);
    }

    internal static int Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
