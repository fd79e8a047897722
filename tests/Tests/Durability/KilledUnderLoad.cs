using Microsoft.Extensions.Configuration;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Durability;

/// <summary>kill -9 under write load, again and again on one database: whatever was acknowledged is there afterwards, and in the history, whose chain has neither fork nor gap.</summary>
public sealed class KilledUnderLoad(ITestOutputHelper output)
{
    private const int EnoughWrites = 250;

    // On PostgreSQL it is only the client that dies; a few times will do.
    private static readonly int Times = TestDatabase.IsPostgres ? 5 : 20;

    [Fact]
    public async Task No_acknowledged_write_is_lost()
    {
        using var database = TestDatabase.Create();
        var ledger = Scratch.File("ledger");
        var random = new Random(20);
        for (var time = 1; time <= Times; time++)
        {
            var before = Acknowledged(ledger).Count;
            using var child = Child.Test("Trellis.Tests.Durability.WriteLoad.Write_until_killed", (WriteLoad.Connection, database.Connection), (WriteLoad.Ledger, ledger));
            while (Acknowledged(ledger).Count < before + EnoughWrites)
            {
                Assert.False(child.HasEnded, child.HasEnded ? (await child.End()).Said : "");
                await Task.Delay(20);
            }

            await Task.Delay(random.Next(100));
            await child.Kill();
            await Check(database, Acknowledged(ledger));
        }

        output.WriteLine($"Killed {Times} times; all {Acknowledged(ledger).Count} acknowledged writes are there.");
        File.Delete(ledger);
    }

    [Fact]
    public async Task A_lost_write_is_reported()
    {
        using var database = TestDatabase.Create();
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Check(database, [Guid.CreateVersion7()]));
    }

    internal static async Task Check(TestDatabase test, IReadOnlyCollection<Guid> acknowledged)
    {
        using var database = new Database(test.Connection);
        await using var connection = await database.Open(default);
        foreach (var table in new[] { "SELECT id FROM platform_outbox", "SELECT record_id FROM platform_audit" })
        {
            Assert.Empty(acknowledged.Except(await connection.Query(table, row => row.GetGuid(0), default)));
        }

        await foreach (var check in new Verify(database, App.Site.Modules, [new ChainHolds(new(database, new ConfigurationBuilder().Build(), TimeProvider.System))]).Run(default))
        {
            Assert.Equal([], check.Faults);
        }
    }

    /// <summary>Whole lines only: the last one may have been cut off by the kill.</summary>
    internal static List<Guid> Acknowledged(string ledger)
    {
        if (!File.Exists(ledger))
        {
            return [];
        }

        using var file = new FileStream(ledger, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length == 36).Select(Guid.Parse)];
    }
}
