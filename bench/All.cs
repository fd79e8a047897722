using System.Diagnostics;

namespace Trellis.Bench;

/// <summary>Everything that is promised about speed, on the demo place and on a country, each verb in a process of its own; then one table.</summary>
internal static class All
{
    public static async Task<int> Run(string[] args)
    {
        var country = Country.FileOf(args);
        var (data, demo, kept) = (Path.GetDirectoryName(country)!, Path.Combine(Bench.Folder, "demo"), Path.Combine(Bench.Folder, "promises.json"));
        string[] postgres = Country.Option(args, "--postgres") is { } connection ? ["--postgres", connection] : [];
        File.Delete(kept);
        List<string[]> verbs = [["imports"], ["signin"], ["support"], ["demo", "--data", demo]];
        if (!File.Exists(country))
        {
            verbs.Add(["country", "--data", data, "--files", Country.Option(args, "--files") ?? ""]);
        }

        foreach (var place in (string[])[demo, data])
        {
            verbs.AddRange([["search", "--data", place, .. postgres], ["groups", "--data", place], ["money", "--data", place], ["start", "--data", place]]);
        }

        foreach (var verb in verbs)
        {
            Console.WriteLine($"\n--- {string.Join(' ', verb.TakeWhile(word => word != "--postgres"))}");
            if (await InProcess([.. verb, "--promises", kept]) is > 1 and var code) // 1 is a promise not met, which the table tells
            {
                Console.WriteLine($"{verb[0]} ended with {code}");
                return code;
            }
        }

        Console.WriteLine("\n--- everything");
        var promises = Promises.Kept(kept);
        Promises.Print(promises);
        return Promises.Code(promises);
    }

    private static async Task<int> InProcess(string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Trellis.Bench"), words))!; // ProcessPath would be dotnet where that was typed
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
