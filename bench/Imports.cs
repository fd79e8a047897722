using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Trellis.Platform.Data;

namespace Trellis.Bench;

/// <summary>How fast files of money come into an indexed SQLite place, beside a bare prepared insert of all that they become, and how much memory it takes.</summary>
internal static class Imports
{
    private const int RealRows = 279_819;
    private const int GrantRows = 55_500;
    private const int RowsAtOnce = 50_000;
    private const string Spend = "council-spend";
    private const string Giving = "360giving";

    public static async Task<int> Run(string[] args)
    {
        var rows = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out var given) ? given : 1_500_000;
        await RealProgram.Build();
        Console.WriteLine("what                                    rows     rows/s   of bare   peak MB");
        var grants = GrantsFile.Write(GrantRows);
        var (startingPayments, startingGrants) = (await Starting(SpendFile.Write(1), Spend), await Starting(GrantsFile.Write(1), Giving));
        List<Promise> promises = [];
        promises.AddRange(await Measure("payments, as many as are real", SpendFile.Write(RealRows), RealRows, Spend, startingPayments, 60_000));
        promises.AddRange(await Measure("the same file again", Path.Combine(Bench.Folder, $"generated-spend-{RealRows}.csv"), RealRows, Spend, 0, 0, again: true));
        promises.AddRange(await Measure("payments, country size", SpendFile.Write(rows), rows, Spend, startingPayments, 60_000));
        promises.AddRange(await Measure("grants", grants, GrantRows, Giving, startingGrants, 15_000));
        promises.AddRange(await Measure("grants from a workbook", await GrantsFile.Workbook(grants), GrantRows, Giving, startingGrants, 15_000));
        return Promises.Tell(args, promises);
    }

    /// <summary>What the command takes for a file of one row: starting the program and opening the place. Seconds, the median of three.</summary>
    private static async Task<double> Starting(string file, string format)
    {
        var times = new List<double>();
        for (var time = 0; time < 3; time++)
        {
            times.Add((await RealProgram.Import(file, format, Fresh("import"))).Seconds);
        }

        return times.Order().ElementAt(1);
    }

    private static string Fresh(string name)
    {
        var folder = new DirectoryInfo(Path.Combine(Bench.Folder, name));
        if (folder.Exists)
        {
            folder.Delete(recursive: true);
        }

        return folder.FullName;
    }

    /// <summary>The rate is that of the whole command; what starting takes is left out where it stands beside the peer, which has started.</summary>
    /// <param name="again">The file came in before and nothing is new.</param>
    private static async Task<IEnumerable<Promise>> Measure(string what, string file, int rows, string format, double starting, int promised, bool again = false)
    {
        var folder = again ? Path.Combine(Bench.Folder, "import") : Fresh("import");
        var (seconds, peak) = await RealProgram.Import(file, format, folder);
        var speed = rows / seconds;
        var part = again ? 0 : rows / (seconds - starting) / await Bare(Path.Combine(folder, "trellis.db"), rows);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-32} {rows,11:N0} {speed,10:N0} {(again ? "" : part.ToString("0.00", CultureInfo.InvariantCulture)),9} {peak / 1_000_000,9}"));
        var memory = new Promise("any", $"{what}: memory", "MB", peak / 1e6, AtMost: 300);
        return again ? [memory] : [new("any", $"{what}: rows a second", "rows/s", speed, AtLeast: promised), new("any", $"{what}: part of a bare insert", "", part, AtLeast: 0.5), memory];
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
