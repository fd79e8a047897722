using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Trellis.Groups.Find;
using Trellis.Platform.Data;

namespace Trellis.Bench;

/// <summary>The real program on a place that is there already, started as people start it: how soon it answers, and what memory it takes.</summary>
internal static class Start
{
    private const int Times = 5;
    private const int Pages = 1_000;
    private const int Clients = 4;
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);
    private static readonly string[] Parts = ["VmRSS", "RssAnon", "RssFile", "RssShmem"];

    public static async Task<int> Run(string[] args)
    {
        if (Country.Option(args, "--data") is not { } folder || !File.Exists(Path.Combine(folder, "trellis.db")) || !OperatingSystem.IsLinux())
        {
            Console.WriteLine("Say on which place: start --data DIR, a folder with a trellis.db in it. Memory is read as Linux tells it.");
            return 2;
        }

        var (word, place, queries) = await Look(Path.Combine(folder, "trellis.db"));
        await RealProgram.Build();
        var runs = new List<Seen>();
        for (var time = 0; time < Times; time++)
        {
            runs.Add(await Once(folder, place, queries));
            Console.WriteLine(Line($"{time + 1}", runs[^1]));
        }

        var median = Median(runs);
        Console.WriteLine(Line("median", median));
        return Promises.Tell(args, [
            new(word, "ready after ./start, on data that is there", "s", median.Ready, AtMost: 3),
            new(word, "first search page after ./start", "s", median.FirstAnswer, AtMost: word == "country" ? 2 : 3),
            new(word, "memory of the process, idle", "MB", median.Idle[0], AtMost: 200),
        ]);
    }

    /// <summary>Seconds and megabytes, in the order of the parts.</summary>
    private sealed record Seen(double Ready, double FirstAnswer, double[] Idle, double[] AfterPages);

    private static async Task<(string Word, string Place, IReadOnlyList<string> Queries)> Look(string file)
    {
        using var database = new Database($"Data Source={file}");
        await using var connection = await database.Open(default);
        var slug = await connection.Value<string>("SELECT slug FROM platform_place", default);
        var (_, stopWords) = await SearchWords.Load(connection, await connection.Value<Guid>("SELECT id FROM platform_place", default), default);
        return (await Country.Word(connection), slug == "trafford" ? slug : "none", SearchQueries.Misspelt(await SearchQueries.Make(database, 400, stopWords)));
    }

    private static async Task<Seen> Once(string folder, string place, IReadOnlyList<string> queries)
    {
        var port = FreePort();
        var began = Stopwatch.GetTimestamp();
        using var program = RealProgram.Begin("serve", "--data", folder, "--place", place, "--port", $"{port}");
        try
        {
            await RealProgram.Said(program, "is ready");
            var ready = Stopwatch.GetElapsedTime(began).TotalSeconds;
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            await client.GetByteArrayAsync(Address(queries[0]));
            var first = Stopwatch.GetElapsedTime(began).TotalSeconds;
            await Task.Delay(Settle);
            var idle = Memory(program);
            await Parallel.ForAsync(0, Pages, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (page, stop) =>
                await client.GetByteArrayAsync(Address(queries[page % queries.Count]), stop));
            await Task.Delay(Settle);
            return new(ready, first, idle, Memory(program));
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
        }
    }

    private static string Address(string words) => "/groups?q=" + Uri.EscapeDataString(words);

    private static double[] Memory(Process program)
    {
        var status = File.ReadLines($"/proc/{program.Id}/status").Select(line => line.Split(':')).ToDictionary(pair => pair[0], pair => pair[1]);
        return [.. Parts.Select(part => double.Parse(status[part].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024)];
    }

    private static Seen Median(List<Seen> runs)
    {
        return new(Middle(run => run.Ready), Middle(run => run.FirstAnswer), [.. Parts.Select((_, at) => Middle(run => run.Idle[at]))], [.. Parts.Select((_, at) => Middle(run => run.AfterPages[at]))]);

        double Middle(Func<Seen, double> part) => runs.Select(part).Order().ElementAt(runs.Count / 2);
    }

    private static string Line(string name, Seen seen) =>
        $"{name,-8} ready {seen.Ready:0.0} s, first search page {seen.FirstAnswer:0.0} s, memory idle {Words(seen.Idle)}, after {Pages:N0} search pages {Words(seen.AfterPages)}";

    private static string Words(double[] megabytes) => $"{megabytes[0]:0} MB ({string.Join(", ", Parts.Skip(1).Zip(megabytes.Skip(1), (part, size) => $"{part} {size:0}"))})";

    private static int FreePort()
    {
        using var listening = new TcpListener(IPAddress.Loopback, 0);
        listening.Start();
        return ((IPEndPoint)listening.LocalEndpoint).Port;
    }
}
