using System.Diagnostics;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Durability;

/// <summary>An import killed at any point leaves the place as it was or complete, never half; begun again, it completes.</summary>
public sealed class KilledImport(ITestOutputHelper output)
{
    private const int Points = 10;

    private static readonly string[] Import = ["import", Path.Combine(DemoPlace.Folder, "supplier-spend-2026-27.zip"), "--as", "council-spend"];

    [Fact]
    public async Task An_import_is_whole_or_not_at_all()
    {
        using var begun = await Begun();
        using var finished = TestDatabase.CopyOf(begun);
        var before = await Contents(begun);
        var watch = Stopwatch.StartNew();
        await ToTheEnd(finished);
        var length = watch.Elapsed;
        var complete = await Contents(finished);
        Assert.True(complete["ledger_payment"] > before["ledger_payment"] + 30_000, "The import should bring in the payments.");

        var killed = TestDatabase.CopyOf(begun);
        var seen = new List<string>();
        for (var point = 0; point <= Points; point++) // the first right at the beginning, whatever an undisturbed one took
        {
            using var child = Child.Trellis(killed, Import);
            await Task.Delay(point == 0 ? TimeSpan.Zero : length * (0.2 + (0.8 * point / Points)));
            await child.Kill();
            var now = await Contents(killed);
            seen.Add(Same(now, before) ? "before" : Same(now, complete) ? "complete" : "half");
            Assert.True(seen[^1] != "half", $"Killed at point {point}: " + string.Join(", ", now.Where(table => table.Value != before[table.Key]).Select(table => $"{table.Key} has {table.Value}")));
            if (seen[^1] == "complete")
            {
                killed.Dispose();
                killed = TestDatabase.CopyOf(begun);
            }
        }

        output.WriteLine($"An undisturbed import took {length.TotalSeconds:N1} s. Killed: {string.Join(", ", seen)}");
        Assert.Contains("before", seen);
        await ToTheEnd(killed);
        Assert.True(Same(await Contents(killed), complete), "Begun again, the import should complete.");
        killed.Dispose();
    }

    private static async Task<TestDatabase> Begun()
    {
        await using var site = new Site();
        await site.Load("charities.csv.gz");
        return TestDatabase.Make(async database =>
        {
            // The site's own database goes with the site; what it holds is copied row by row through a backup.
            var file = Scratch.File("begun");
            Assert.Empty((await site.With<Backup, Result<BackupManifest>>(backup => backup.To(file, default))).Problems);
            Assert.Empty((await new Restore(database, App.Site.Modules, TimeProvider.System).From(file, replace: false, default)).Problems);
            File.Delete(file);
        });
    }

    private static async Task ToTheEnd(TestDatabase database)
    {
        using var child = Child.Trellis(database, Import);
        var (code, said) = await child.End();
        Assert.True(code is 0 or 1, said);
    }

    private static bool Same(Dictionary<string, long> left, Dictionary<string, long> right) => left.Count == right.Count && !left.Except(right).Any();

    /// <summary>How many rows each table has, and what the payments come to.</summary>
    private static async Task<Dictionary<string, long>> Contents(TestDatabase test)
    {
        using var database = new Database(test.Connection);
        await using var connection = await database.Open(default);
        if (!database.IsSqlite)
        {
            // The server notices only after a moment that its client has died.
            while (await connection.Value<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'", default) > 0)
            {
                await Task.Delay(50);
            }
        }

        var contents = await TableCounts.Of(database);
        contents["pence"] = await connection.Value<long>("SELECT CAST(coalesce(sum(amount_pence), 0) AS bigint) FROM ledger_payment", default);
        return contents;
    }
}
