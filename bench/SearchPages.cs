using System.Diagnostics;
using System.Globalization;

namespace Trellis.Bench;

/// <summary>The real search page over HTTP, sixteen people at once: as fast as they can, and at a steady five hundred pages a second.</summary>
internal static class SearchPages
{
    private const int Clients = 16;
    private const int Pages = 2000;
    private const int WarmingUp = 8000; // with two thousand, one core in ten of the next two thousand was still the compiler's
    private const int Steady = 500;

    public static async Task<IReadOnlyList<Promise>> Run(string place, string database, IReadOnlyList<string> queries)
    {
        var addresses = queries.Select(query => "/groups?q=" + Uri.EscapeDataString(query)).ToList();
        var began = Stopwatch.GetTimestamp();
        await using var site = await Served.Start(database);
        await site.Get(addresses[0]);
        var first = Stopwatch.GetElapsedTime(began).TotalSeconds;
        GC.Collect(2, GCCollectionMode.Aggressive);
        var memory = Process.GetCurrentProcess().WorkingSet64 / 1e6;
        Console.WriteLine(Text($"first answer {first:0.0} s after start; memory then {memory:0} MB, of which managed {GC.GetTotalMemory(false) / 1e6:0} MB (measuring included)"));
        Console.WriteLine(Figures.Heading);
        (await site.Measure(addresses, new(Clients, WarmingUp))).Print("search page, warming up");
        var fast = await site.Measure(addresses, new(Clients, Pages));
        fast.Print("as fast as 16 visitors can");
        var steady = await site.Measure(addresses, new(Clients, Pages, Steady));
        steady.Print("at 500 pages a second");
        return
        [
            new(place, "search page, pages a second on these cores", "pages/s", fast.PagesPerSecond, AtLeast: Steady),
            new(place, "search page in the server at 500 a second, p50", "ms", steady.InServer50, AtMost: 3),
            new(place, "search page in the server at 500 a second, p99", "ms", steady.InServer99, AtMost: 25),
            new(place, "first answer after start, within the process", "s", first, AtMost: 2),
            new(place, "idle memory, measuring included", "MB", memory, AtMost: 200),
        ];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
