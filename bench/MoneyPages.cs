using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Ledger.Totals;
using Trellis.Platform.Exchange;

namespace Trellis.Bench;

/// <summary>How long the pages about money take at the size of a country, over HTTP, four people at a time.</summary>
internal static class MoneyPages
{
    private const int Clients = 4;
    private const int Requests = 600;

    public static async Task<int> Run(string[] args)
    {
        var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_500_000;
        await using var app = await Bench.Site(await Filled(rows));
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var place = await Bench.Place(scope.ServiceProvider);
        var cube = await app.Services.GetRequiredService<Cubes>().For(place.Id, default);
        Totals(cube);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Console.WriteLine("page                              p50 ms    p99 ms      kB");
        foreach (var (name, urls) in Pages(cube))
        {
            await Measure(client, name, urls);
        }

        return 0;
    }

    private static async Task<string> Filled(int rows)
    {
        var database = Path.Combine(Bench.Folder, $"money-{rows}.db");
        if (!File.Exists(database))
        {
            await using var app = await Bench.Site(database);
            await using var scope = app.Services.CreateAsyncScope();
            var place = await Bench.Place(scope.ServiceProvider);
            var import = scope.ServiceProvider.GetRequiredService<RunImport>();
            foreach (var (file, format) in new[] { (GrantsFile.Write(25_000), "360giving"), (SpendFile.Write(rows), "council-spend") })
            {
                var result = await import.Handle(place, new(file, SourceDetails.OwnFile(file), format, false, "bench", _ => { }), default);
                Console.WriteLine(result.Succeeded ? $"{result.Value.Report.RowsIn} rows from {file}" : result.Problems[0].Message);
            }
        }

        return database;
    }

    private static void Totals(Cube cube)
    {
        var watch = Stopwatch.StartNew();
        const int rounds = 100;
        for (var round = 0; round < rounds; round++)
        {
            cube.Total(new() { Year = cube.Years[round % cube.Years.Count], Standing = Standing.Unmatched });
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one total in the process: {watch.Elapsed.TotalMilliseconds / rounds:0.000} ms"));
    }

    private static IEnumerable<(string Name, string[] Urls)> Pages(Cube cube)
    {
        string[] filters =
        [
            "", .. cube.Years.Select(year => $"?year={year}"), "?kind=payments", "?kind=grants", "?who=unmatched", "?who=redacted",
            .. cube.Programmes.Skip(1).Take(60).Select(programme => $"?programme={programme.Id}"), .. cube.Programmes.Skip(1).Take(20).Select(programme => $"?who=unmatched&year=2025-26&programme={programme.Id}"),
        ];
        yield return ("/money", [.. filters.Select(filter => "/money" + filter)]);
        yield return ("/money/rows", [.. filters.Select(filter => "/money/rows" + filter)]);
        yield return ("/money/by/recipient", [.. filters.Select(filter => "/money/by/recipient" + filter)]);
        yield return ("/money/by/purpose", [.. filters.Select(filter => "/money/by/purpose" + filter)]);
        yield return ("/money/flow", [.. filters.Select(filter => "/money/flow" + filter)]);
        yield return ("/money/dependence", [.. filters.Select(filter => "/money/dependence" + filter)]);
        yield return ("/money/recipients/…", [.. Enumerable.Range(0, 200).Select(at => $"/money/recipients/{cube.Recipients[at * 7919 % cube.Recipients.Count].Id}")]);
        yield return ("/money/payments/…", [.. Enumerable.Range(0, 200).Select(at => $"/money/payments/{1 + (at * 7919 % 200_000)}")]);
    }

    private static async Task Measure(HttpClient client, string name, string[] urls)
    {
        await client.GetAsync(new Uri(urls[0], UriKind.Relative));
        var times = new List<TimeSpan>();
        var bytes = 0L;
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            for (var at = Interlocked.Increment(ref next); at < Requests; at = Interlocked.Increment(ref next))
            {
                var watch = Stopwatch.StartNew();
                var body = await client.GetByteArrayAsync(new Uri(urls[at % urls.Length], UriKind.Relative));
                lock (times)
                {
                    times.Add(watch.Elapsed);
                    bytes += body.Length;
                }
            }
        }));
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-30} {Bench.Percentile(times, 0.5).TotalMilliseconds,9:0.0} {Bench.Percentile(times, 0.99).TotalMilliseconds,9:0.0} {bytes / 1000 / Requests,7}"));
    }
}
