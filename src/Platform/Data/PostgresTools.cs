using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

namespace Trellis.Platform.Data;

/// <summary>PostgreSQL's own programs for taking everything out and putting it back.</summary>
internal static class PostgresTools
{
    private static readonly string[] Quietly = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"];

    public static Task<Problem?> Dump(Database database, string into, CancellationToken stop) =>
        Run("pg_dump", database, ["--format=custom", "--compress=0", "--no-owner", "--no-privileges", "--file=" + into], stop);

    /// <summary>In one transaction, so that a failure leaves what was there.</summary>
    public static async Task<Problem?> Put(Database database, string from, CancellationToken stop)
    {
        var script = from + ".sql";
        try
        {
            await OwnFiles.Create(script).DisposeAsync();
            return await Run("pg_restore", null, ["--no-owner", "--no-privileges", "--file=" + script, from], stop)
                ?? await Run("psql", database, [.. Quietly, "--command=DROP SCHEMA public CASCADE", "--command=CREATE SCHEMA public", "--file=" + script], stop);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static async Task<Problem?> Run(string program, Database? database, IReadOnlyList<string> arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo(Find(program), arguments) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        if (database is not null)
        {
            Tell(start, new NpgsqlConnectionStringBuilder(database.ConnectionString));
        }

        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var silenced = process.StandardOutput.ReadToEndAsync(stop);
            var said = await process.StandardError.ReadToEndAsync(stop);
            await silenced;
            await process.WaitForExitAsync(stop);
            return process.ExitCode == 0 ? null : new("data", $"{program} could not do it: {said.Trim().Split('\n')[0]}");
        }
        catch (Win32Exception)
        {
            return new("data", $"The program {program} is not on this machine. Install the PostgreSQL client programs (Debian and Ubuntu: apt install postgresql-client).");
        }
    }

    /// <summary>By environment, because what stands in the command line is there for every user of the machine to read.</summary>
    private static void Tell(ProcessStartInfo start, NpgsqlConnectionStringBuilder to)
    {
        start.Environment["PGHOST"] = to.Host;
        start.Environment["PGPORT"] = to.Port.ToString();
        start.Environment["PGDATABASE"] = to.Database;
        start.Environment["PGUSER"] = to.Username;
        start.Environment["PGPASSWORD"] = to.Password;
        start.Environment["PGOPTIONS"] = "-c client_min_messages=warning";
    }

    /// <summary>Debian keeps the newest version's programs in a folder that is not on the path.</summary>
    private static string Find(string program) =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0)
                .Select(version => Path.Combine(version, "bin", program))
                .FirstOrDefault(File.Exists, program)
            : program;
}
