using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Trellis.Platform.Data;

namespace Trellis.Bench;

/// <summary>
/// A place the size of a country: every active charity of the real class list with its class and scale, a made main name, and all other names of the register;
/// and three years of public money among them. Seeded, and marked as generated in its place and sources.
/// </summary>
internal static class Country
{
    public static async Task<int> Run(string[] args)
    {
        if (Option(args, "--files") is not { } files || !Directory.Exists(files))
        {
            Console.WriteLine("Say where the real files are: country --data DIR --files DIR (charities/icnptso-active.csv.gz, charities/lookups, charities/ccew).");
            return 2;
        }

        var file = FileOf(args);
        foreach (var old in Directory.GetFiles(Path.GetDirectoryName(file)!, "trellis.db*"))
        {
            File.Delete(old);
        }

        var watch = Stopwatch.StartNew();
        var charities = CountryFiles.Read(files);
        using (var database = new Database($"Data Source={file}"))
        {
            await Schema.Upgrade(database, App.Site.Modules, TimeProvider.System, default);
            await using var connection = await database.Open(default);
            await using var transaction = await connection.BeginTransactionAsync();
            await CountryGroups.Write(connection, charities);
            await transaction.CommitAsync();
            await Count(connection);
        }

        Console.WriteLine(Text($"organisations after {watch.Elapsed.TotalSeconds:0} s"));
        var promises = await CountryMoney.Load(file, charities);
        Console.WriteLine(Text($"{file}: {new FileInfo(file).Length / 1e6:N0} MB after {watch.Elapsed.TotalSeconds:0} s, at most {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB of memory"));
        return Promises.Tell(args, promises);
    }

    public static string? Option(string[] args, string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

    /// <summary>The database in the folder that --data names.</summary>
    public static string FileOf(string[] args) =>
        Path.Combine(Directory.CreateDirectory(Option(args, "--data") ?? Path.Combine(Path.GetTempPath(), "trellis-country")).FullName, "trellis.db");

    public static string Missing(string file) => $"There is no {file}. Make it first: dotnet run -c Release --project bench -- country --data DIR --files DIR";

    /// <summary>Which of the two places a database holds, for the tables.</summary>
    public static async Task<string> Word(DbConnection connection) =>
        await connection.Value<string>("SELECT code FROM platform_place", default) == CountryGroups.Code ? "country" : "demo";

    private static async Task Count(DbConnection connection)
    {
        var counts = await connection.Query(
            """
            SELECT 'organisations', COUNT(*) FROM groups_organisation UNION ALL SELECT 'main names, made', COUNT(*) FROM groups_name WHERE kind = 'Current'
            UNION ALL SELECT 'other names', COUNT(*) FROM groups_name WHERE kind <> 'Current'
            UNION ALL SELECT 'of these handed out', COUNT(*) FROM groups_source_record record JOIN platform_source source ON source.id = record.source_id WHERE source.key = 'generated-handed-out'
            """, row => (What: row.GetString(0), Count: row.GetInt64(1)), default);
        foreach (var (what, count) in counts)
        {
            Console.WriteLine(Text($"{count,9:N0} {what}"));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
