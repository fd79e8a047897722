using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;

namespace Trellis.Bench;

/// <summary>How fast files of money come into an indexed SQLite place, beside a bare prepared insert of all that they become, and how much memory it takes.</summary>
internal static class Imports
{
    private const int RealRows = 279_819;
    private const int GrantRows = 55_500;
    private const int RowsAtOnce = 50_000;

    public static async Task<int> Run(string[] args)
    {
        var rows = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out var given) ? given : 1_500_000;
        Console.WriteLine("what                              rows     rows/s   of bare   peak MB");
        List<Promise> promises = [];
        promises.AddRange(await Measure("payments, as many as are real", SpendFile.Write(RealRows), "council-spend", 60_000));
        promises.AddRange(await Measure("the same file again", Path.Combine(Bench.Folder, $"generated-spend-{RealRows}.csv"), "council-spend", 0, again: true));
        promises.AddRange(await Measure("payments, country size", SpendFile.Write(rows), "council-spend", 60_000));
        promises.AddRange(await Measure("grants", GrantsFile.Write(GrantRows), "360giving", 15_000));
        return Promises.Tell(args, promises);
    }

    /// <summary>One import in a process of its own, so that its memory is its own; prints rows, milliseconds, peak bytes.</summary>
    public static async Task<int> One(string file, string format, string database)
    {
        await using var app = await Bench.Site(database);
        await using var scope = app.Services.CreateAsyncScope();
        var place = await Bench.Place(scope.ServiceProvider);
        var details = SourceDetails.OwnFile(file) with
        {
            Key = "generated-" + format,
            Title = "Generated: " + format,
            Publisher = "Trellis",
            Licence = "for measuring only",
            Attribution = "Generated for measuring; not facts.",
        };
        var watch = Stopwatch.StartNew();
        var result = await scope.ServiceProvider.GetRequiredService<RunImport>().Handle(place, new(file, details, format, false, "bench", _ => { }), default);
        watch.Stop();
        if (!result.Succeeded)
        {
            Console.WriteLine(result.Problems[0].Message);
            return 1;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Value.Report.RowsIn} {watch.ElapsedMilliseconds} {Process.GetCurrentProcess().PeakWorkingSet64}"));
        return 0;
    }

    /// <param name="again">The file came in before and nothing is new.</param>
    private static async Task<IEnumerable<Promise>> Measure(string what, string file, string format, int promised, bool again = false)
    {
        var database = again ? Path.Combine(Bench.Folder, "import.db") : Bench.Fresh("import");
        var (rows, milliseconds, peak) = await InProcess(file, format, database);
        var speed = rows * 1000.0 / Math.Max(1, milliseconds);
        var bare = again ? 0 : await Bare(database, rows);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-32} {rows,8} {speed,9:N0} {(bare == 0 ? "" : (speed / bare).ToString("0.00", CultureInfo.InvariantCulture)),9} {peak / 1_000_000,9}"));
        var memory = new Promise("any", $"{what}: memory", "MB", peak / 1e6, AtMost: 300);
        return again ? [memory] : [new("any", $"{what}: rows a second", "rows/s", speed, AtLeast: promised), new("any", $"{what}: part of a bare insert", "", speed / bare, AtLeast: 0.5), memory];
    }

    public static async Task<(long Rows, long Milliseconds, long Peak)> InProcess(string file, string format, string database)
    {
        var self = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        self.Environment["DOTNET_TieredPGO"] = "0"; // as ./trellis runs it
        foreach (var argument in (string[])["import-one", file, format, database])
        {
            self.ArgumentList.Add(argument);
        }

        using var process = Process.Start(self)!;
        var said = (await process.StandardOutput.ReadToEndAsync()).Trim().Split('\n')[^1].Split(' ');
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && said.Length == 3
            ? (long.Parse(said[0], CultureInfo.InvariantCulture), long.Parse(said[1], CultureInfo.InvariantCulture), long.Parse(said[2], CultureInfo.InvariantCulture))
            : throw new InvalidOperationException(string.Join(' ', said));
    }

    /// <summary>Rows of the file a second, had all that its import wrote been known beforehand: each row of each table by a prepared statement, into the same empty tables, under the same settings, in one transaction.</summary>
    private static async Task<double> Bare(string filled, long fileRows)
    {
        var empty = Bench.Fresh("bare");
        await using var site = await Bench.Site(empty);
        await using var from = await new Database($"Data Source={filled};Pooling=False").Open(default);
        await using var into = await new Database($"Data Source={empty};Pooling=False").Open(default);
        await Insert(from, into, "platform_place", new());
        var watch = new Stopwatch();
        watch.Start();
        await using var transaction = await into.BeginTransactionAsync();
        watch.Stop();
        foreach (var table in await into.Query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid", row => row.GetString(0), default))
        {
            if (await into.Value<long>($"SELECT COUNT(*) FROM {table}", default) == 0)
            {
                await Insert(from, into, table, watch);
            }
        }

        watch.Start();
        await transaction.CommitAsync();
        return fileRows / watch.Elapsed.TotalSeconds;
    }

    /// <summary>The watch runs while rows are inserted, not while they are read from where they came.</summary>
    private static async Task Insert(DbConnection from, DbConnection into, string table, Stopwatch watch)
    {
        await using var command = from.Command($"SELECT * FROM {table} ORDER BY rowid");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>(RowsAtOnce);
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
            if (rows.Count == RowsAtOnce)
            {
                Insert(into, table, rows, watch);
            }
        }

        Insert(into, table, rows, watch);
    }

    private static void Insert(DbConnection into, string table, List<object[]> rows, Stopwatch watch)
    {
        if (rows.Count == 0)
        {
            return;
        }

        watch.Start();
        using var command = into.CreateCommand();
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", rows[0].Select((_, at) => "@p" + at))})";
        var parameters = rows[0].Select((_, at) =>
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + at;
            command.Parameters.Add(parameter);
            return parameter;
        }).ToArray();
        command.Prepare();
        foreach (var row in rows)
        {
            for (var at = 0; at < row.Length; at++)
            {
                parameters[at].Value = row[at];
            }

            command.ExecuteNonQuery();
        }

        watch.Stop();
        rows.Clear();
    }
}
