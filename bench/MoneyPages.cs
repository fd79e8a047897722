using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Ledger.Totals;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;

namespace Trellis.Bench;

/// <summary>How long the pages about money take over HTTP, four people at a time: in the place of --data, or in one of its own with money alone.</summary>
internal static class MoneyPages
{
    private const int Clients = 4;
    private const int Requests = 600;

    public static async Task<int> Run(string[] args)
    {
        var file = Country.Option(args, "--data") is null ? await Filled(args is [['0' or > '0' and <= '9', ..] rows, ..] ? int.Parse(rows, CultureInfo.InvariantCulture) : 1_500_000) : Country.FileOf(args);
        if (!File.Exists(file))
        {
            Console.WriteLine(Country.Missing(file));
            return 2;
        }

        using var database = new Database($"Data Source={file}");
        await using var connection = await database.Open(default);
        var (id, payments) = (await connection.Value<Guid>("SELECT id FROM platform_place", default), await connection.Value<int>("SELECT MAX(id) FROM ledger_payment", default));
        await using var site = await Served.Start(file);
        var cube = await site.App.Services.GetRequiredService<Cubes>().For(id, default);
        Totals(cube);
        Console.WriteLine(Figures.Heading);
        List<Promise> promises = [];
        foreach (var (name, addresses) in Addresses(cube, payments))
        {
            await site.Get(addresses[0]);
            var figures = await site.Measure(addresses, new(Clients, Requests));
            figures.Print(name);
            promises.Add(new(await Country.Word(connection), $"{name}, {payments:N0} payments, p99", "ms", figures.P99, AtMost: 150));
        }

        return Promises.Tell(args, promises);
    }

    private static async Task<string> Filled(int rows)
    {
        var folder = Path.Combine(Bench.Folder, $"money-{rows}");
        if (!Directory.Exists(folder))
        {
            await RealProgram.Build();
            foreach (var (file, format) in new[] { (GrantsFile.Write(25_000), "360giving"), (SpendFile.Write(rows), "council-spend") })
            {
                await RealProgram.Import(file, format, folder);
            }
        }

        return Path.Combine(folder, "trellis.db");
    }

    private static void Totals(Cube cube)
    {
        var watch = Stopwatch.StartNew();
        const int rounds = 100;
        for (var round = 0; round < rounds; round++)
        {
            cube.Total(new() { Year = cube.Years[round % cube.Years.Count], Standing = Standing.Unmatched });
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{cube.Recipients.Count:N0} recipients; one total in the process: {watch.Elapsed.TotalMilliseconds / rounds:0.000} ms"));
    }

    private static IEnumerable<(string Name, string[] Addresses)> Addresses(Cube cube, int payments)
    {
        string[] filters =
        [
            "", .. cube.Years.Select(year => $"?year={year}"), "?kind=payments", "?kind=grants", "?who=unmatched", "?who=redacted", "?who=group", "?ward=none",
            .. cube.Wards.Skip(1).Take(20).Select(ward => $"?ward={ward.Code}"),
            .. cube.Programmes.Skip(1).Take(60).Select(programme => $"?programme={programme.Id}"), .. cube.Programmes.Skip(1).Take(20).Select(programme => $"?who=unmatched&year=2025-26&programme={programme.Id}"),
        ];
        var largest = cube.By(Side.Recipient, MoneyFilter.Everything).OrderByDescending(slice => slice.Sum.Rows).Take(100).Select(slice => cube.Recipients[slice.Key].Id).ToList();
        foreach (var page in (string[])["/money", "/money/rows", "/money/by/recipient", "/money/by/purpose", "/money/by/ward", "/money/flow", "/money/dependence"])
        {
            yield return (page, [.. filters.Select(filter => page + filter)]);
        }

        yield return ("/money/rows of one recipient", [.. largest.Select(id => $"/money/rows?recipient={id}")]);
        yield return ("/money/recipients/…", [.. largest.Concat(Enumerable.Range(0, 100).Select(at => cube.Recipients[at * 7919 % cube.Recipients.Count].Id)).Select(id => $"/money/recipients/{id}")]);
        yield return ("/money/payments/…", [.. Enumerable.Range(0, 200).Select(at => $"/money/payments/{1 + (at * 7919 % payments)}")]);
    }
}
