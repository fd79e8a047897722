using Trellis.Tests.Support;

namespace Trellis.Tests.Durability;

/// <summary>F2: the power goes under write load. Whatever was acknowledged by then is there afterwards, nothing is torn, and the chain of the history holds.</summary>
/// <remarks>On PostgreSQL the disk is the database server's; what it promises of its own is not ours to show.</remarks>
public sealed class PowerCut(ITestOutputHelper output)
{
    private const int Cuts = 8;
    private const int EnoughWrites = 300;

    [Fact]
    public async Task Whatever_was_acknowledged_is_there_after_the_power_was_cut_anywhere()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "The disk is the database server's.");
        Assert.SkipUnless(Watched.IsPossible, "This machine has no strace that may look at other processes.");
        using var database = TestDatabase.Create();
        var ledger = Scratch.File("ledger");
        var disk = await Load(database, ledger);
        var (journal, main) = (disk.Count(database.FileName + "-wal"), disk.Count(database.FileName));
        output.WriteLine($"The journal was written {journal.Writes} times and synced {journal.Syncs}, the database written {main.Writes} times and synced {main.Syncs}.");
        Assert.True(main.Syncs > 0, "The journal should have gone into the database meanwhile: there the order of writes matters most.");

        var random = new Random(2);
        for (var number = 1; number <= Cuts; number++)
        {
            var cut = number == Cuts ? disk.Length : random.Next(disk.Length);
            var told = Ids(disk.Told(ledger, cut));
            using var found = After(disk.After(cut, random), database);
            await KilledUnderLoad.Check(found, told);
            output.WriteLine($"Cut after {cut} of {disk.Length}: all {told.Count} acknowledged writes are there.");
        }

        Assert.True(Ids(disk.Told(ledger, disk.Length)).Count >= EnoughWrites);

        // The same eyes see it where nothing is synced.
        using var lost = After(disk.After(disk.Length, random, heedsSyncs: false), database);
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => KilledUnderLoad.Check(lost, Ids(disk.Told(ledger, disk.Length))));
    }

    /// <summary>Writes until enough is acknowledged, and gives back what was asked of the disk meanwhile.</summary>
    private static async Task<VolatileDisk> Load(TestDatabase database, string ledger)
    {
        var before = new[] { database.FileName, database.FileName + "-wal" }.Where(File.Exists).ToDictionary(file => file, File.ReadAllBytes);
        using var child = Child.Test("Trellis.Tests.Durability.WriteLoad.Write_until_killed", (WriteLoad.Connection, database.Connection), (WriteLoad.Ledger, ledger));
        using var watched = await Watched.AllWrites(child, Path.Combine(Scratch.Folder("trace"), "trace"));
        while (KilledUnderLoad.Acknowledged(ledger).Count < EnoughWrites)
        {
            Assert.False(child.HasEnded, child.HasEnded ? (await child.End()).Said : "");
            await Task.Delay(50);
        }

        await child.Kill();
        return new(before, await watched.End());
    }

    private static TestDatabase After(IReadOnlyDictionary<string, byte[]> disk, TestDatabase of)
    {
        var found = TestDatabase.CreateEmpty();
        File.WriteAllBytes(found.FileName, disk[of.FileName]);
        if (disk.GetValueOrDefault(of.FileName + "-wal") is { } journal)
        {
            File.WriteAllBytes(found.FileName + "-wal", journal);
        }

        return found;
    }

    private static List<Guid> Ids(string told) => [.. told.Split('\n').Where(line => line.Length == 36).Select(Guid.Parse)];
}
