using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Find;
using Trellis.Platform.Data;
using Trellis.Platform.Events;

namespace Trellis.Bench;

/// <summary>Brings public money into the country as anybody would, file by file, and leaves the place as a loaded one is left.</summary>
internal static class CountryMoney
{
    private const int Payments = 1_500_000;
    private const int Grants = 25_000;

    /// <summary>Returns what is promised of imports, as it was here: with all names of the country to look through.</summary>
    public static async Task<IReadOnlyList<Promise>> Load(string database, IReadOnlyList<Charity> charities)
    {
        var folder = Path.GetDirectoryName(database)!;
        await RealProgram.Build();
        var grants = GrantsFile.Write(Path.Combine(folder, "generated-grants.csv"), Grants, new CountryRecipients(charities).Cell);
        List<Promise> promises = [.. await Import("grants", grants, "360giving", Grants, 15_000, folder)];
        var payments = SpendFile.Write(Path.Combine(folder, "generated-spend.csv"), Payments, new CountryPayees(charities).Cell);
        promises.AddRange(await Import("payments", payments, "council-spend", Payments, 60_000, folder));
        await Settle(database);
        return promises;
    }

    private static async Task<Promise[]> Import(string what, string file, string format, int rows, int promised, string folder)
    {
        var (seconds, peak) = await RealProgram.Import(file, format, folder);
        File.Delete(file);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{rows,9:N0} rows of {format}, {rows / seconds:N0} a second into this place, at most {peak / 1e6:0} MB of memory"));
        return
        [
            new("country", $"{what}: rows a second", "rows/s", rows / seconds, AtLeast: promised),
            new("country", $"{what}: memory", "MB", peak / 1e6, AtMost: 300),
        ];
    }

    /// <summary>Lets the modules hear of it, the database count its rows, and the first start build the index that later ones find.</summary>
    private static async Task Settle(string database)
    {
        await using var app = await Bench.Site(database);
        while (await app.Services.GetRequiredService<Deliver>().Once(default) > 0)
        {
        }

        await using (var connection = await app.Services.GetRequiredService<Database>().Open(default))
        {
            await connection.Execute("ANALYZE", default);
        }

        var watch = Stopwatch.StartNew();
        await app.Services.GetRequiredService<GroupDirectory>().Refresh(default);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"search index built in {watch.Elapsed.TotalSeconds:0.0} s"));
    }
}
