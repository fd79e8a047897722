using System.Diagnostics;
using Trellis.Tests.Support;

namespace Trellis.Tests.Commands;

/// <summary>A command as somebody types it, in a process of its own, and what came back.</summary>
internal sealed record Typed(int Exit, string Said, string Complained)
{
    public static Task<Typed> Command(TestDatabase data, params string[] words) => Over(data.Connection, words);

    /// <param name="database">As it is named in TRELLIS_DB.</param>
    public static async Task<Typed> Over(string database, params string[] words)
    {
        var folder = Scratch.Folder("command");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "trellis.dll"), .. words, "--data", folder])
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["TRELLIS_DB"] = database;
        try
        {
            using var process = Process.Start(start)!;
            var said = process.StandardOutput.ReadToEndAsync();
            var complained = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return new(process.ExitCode, await said, await complained);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
