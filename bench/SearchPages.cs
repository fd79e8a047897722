using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trellis.Groups.Find;

namespace Trellis.Bench;

/// <summary>The real search page over HTTP, sixteen people at once: as fast as they can, and at a steady five hundred pages a second.</summary>
internal static class SearchPages
{
    private const int Clients = 16;
    private const int PagesEach = 125;
    private const int Steady = 500;

    public static async Task Run(string database, IReadOnlyList<string> queries)
    {
        var began = Stopwatch.GetTimestamp();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "trellis" });
        builder.Configuration["ConnectionStrings:Db"] = $"Data Source={database}";
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        await using var app = App.Site.Build(builder);
        app.Urls.Add("http://127.0.0.1:0");
        var inServer = new InServer();
        ((IApplicationBuilder)app).Use(inServer.Time);
        await app.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients }) { BaseAddress = new Uri(app.Urls.First()) };
        await client.GetStringAsync("/groups?q=" + Uri.EscapeDataString(queries[0]));
        Console.WriteLine(Text($"first answer after start: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s (index {app.Services.GetRequiredService<GroupDirectory>().LatestBuild.TotalSeconds:0.0} s)"));
        GC.Collect(2, GCCollectionMode.Aggressive);
        Console.WriteLine(Text($"memory, idle: {Process.GetCurrentProcess().WorkingSet64 / 1e6:0} MB, managed {GC.GetTotalMemory(false) / 1e6:0} MB (measuring included)"));
        Console.WriteLine("search page over HTTP             pages/s    p50 ms    p99 ms   (seen by the client; the load runs on the same cores)");
        await Measure(client, queries, "warming up", null, inServer);
        await Measure(client, queries, "as fast as 16 clients can", null, inServer);
        await Measure(client, queries, "at 500 pages a second", TimeSpan.FromSeconds((double)Clients / Steady), inServer);
        await app.StopAsync();
    }

    private static async Task Measure(HttpClient client, IReadOnlyList<string> queries, string name, TimeSpan? every, InServer inServer)
    {
        var times = new List<double>();
        inServer.Times.Clear();
        var processorBefore = Process.GetCurrentProcess().TotalProcessorTime;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(one => Task.Run(async () =>
        {
            for (var at = 0; at < PagesEach; at++)
            {
                if (every is { } rhythm && (rhythm * (at + ((double)one / Clients))) - Stopwatch.GetElapsedTime(began) is var wait && wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait);
                }

                var start = Stopwatch.GetTimestamp();
                using var answer = await client.GetAsync("/groups?q=" + Uri.EscapeDataString(queries[((one * 37) + at) % queries.Count]));
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
                lock (times)
                {
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        })));
        var processor = (Process.GetCurrentProcess().TotalProcessorTime - processorBefore).TotalMilliseconds / times.Count;
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(Text($"{name,-32}{times.Count / seconds,9:N0}{Part(times, 0.5),10:0.0}{Part(times, 0.99),10:0.0}   in the server {Part(inServer.Times, 0.5):0.0} and {Part(inServer.Times, 0.99):0.0}; {processor:0.00} ms of processor a page, client included"));
    }

    public static double Part(List<double> times, double part)
    {
        lock (times)
        {
            return times.Order().ElementAtOrDefault((int)(times.Count * part));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>From the moment the request is read to the moment the page is written.</summary>
    private sealed class InServer
    {
        public List<double> Times { get; } = [];

        public async Task Time(Microsoft.AspNetCore.Http.HttpContext context, Microsoft.AspNetCore.Http.RequestDelegate next)
        {
            var start = Stopwatch.GetTimestamp();
            await next(context);
            lock (Times)
            {
                Times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }
    }
}
