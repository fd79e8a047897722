using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Trellis.Platform.Data;

namespace Trellis.Bench;

/// <summary>How many visit at once, how many pages they take together, and how many a second; as fast as they can where that is null.</summary>
internal sealed record Visits(int Clients, int Pages, int? PerSecond = null);

/// <summary>How fast pages came, in milliseconds: as the visitors see it, and from the request's coming in to the page's last byte.</summary>
internal sealed record Figures(double PagesPerSecond, double P50, double P99, double InServer50, double InServer99, double Processor, double Kilobytes)
{
    public const string Heading = "                                  pages/s     p50 ms   p99 ms   in the server p50, p99        kB  ms of processor a page, visitor included";

    public void Print(string name) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{name,-32}{PagesPerSecond,9:N0}{P50,11:0.0}{P99,9:0.0}{InServer50,16:0.0}{InServer99,9:0.0}{Kilobytes,10:0}{Processor,9:0.00}"));
}

/// <summary>The real site on a database, visited over HTTP by this same process: what is measured includes the visitors' work.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly InServer inServer;
    private readonly HttpClient client;

    private Served(WebApplication app, InServer inServer)
    {
        (App, this.inServer) = (app, inServer);
        client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public WebApplication App { get; }

    public static async Task<Served> Start(string database)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "trellis" });
        builder.Configuration["ConnectionStrings:Db"] = $"Data Source={database}";
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        var inServer = new InServer();
        builder.Services.AddSingleton<IStartupFilter>(inServer);
        var app = Trellis.App.Site.Build(builder);
        await Schema.Upgrade(app.Services.GetRequiredService<Database>(), Trellis.App.Site.Modules, TimeProvider.System, default); // the place may be older than the site
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        return new(app, inServer);
    }

    public Task<byte[]> Get(string address) => client.GetByteArrayAsync(new Uri(address, UriKind.Relative));

    /// <summary>Visits the addresses in turn; a page that fails ends the measuring.</summary>
    public async Task<Figures> Measure(IReadOnlyList<string> addresses, Visits visits)
    {
        var (times, bytes, next) = (new List<double>(visits.Pages), 0L, -1);
        inServer.Times.Clear();
        var processorBefore = Process.GetCurrentProcess().TotalProcessorTime;
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, visits.Clients).Select(_ => Task.Run(async () =>
        {
            for (var at = Interlocked.Increment(ref next); at < visits.Pages; at = Interlocked.Increment(ref next))
            {
                await Wait(began, at, visits.PerSecond);
                var start = Stopwatch.GetTimestamp();
                var body = await Get(addresses[at % addresses.Count]);
                lock (times)
                {
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    bytes += body.Length;
                }
            }
        })));
        var processor = (Process.GetCurrentProcess().TotalProcessorTime - processorBefore).TotalMilliseconds / times.Count;
        return new(
            times.Count / Stopwatch.GetElapsedTime(began).TotalSeconds, Part(times, 0.5), Part(times, 0.99),
            Part(inServer.Times, 0.5), Part(inServer.Times, 0.99), processor, bytes / 1000.0 / times.Count);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
    }

    public static double Part(List<double> times, double part)
    {
        lock (times)
        {
            return times.Order().ElementAtOrDefault((int)(times.Count * part));
        }
    }

    private static async Task Wait(long began, int page, int? perSecond)
    {
        if (perSecond is { } rate && TimeSpan.FromSeconds((double)page / rate) - Stopwatch.GetElapsedTime(began) is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait);
        }
    }

    /// <summary>Stands before all else that the site does with a request.</summary>
    private sealed class InServer : IStartupFilter
    {
        public List<double> Times { get; } = [];

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(Time);
            next(app);
        };

        private async Task Time(HttpContext context, RequestDelegate next)
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
