using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>Every change of an audited record is in the history, and the history cannot be altered unseen.</summary>
public sealed class AuditTests(AuditTests.WithHeads site) : IClassFixture<AuditTests.WithHeads>
{
    private const int Entries = 12;

    /// <summary>Each is one SQL statement that a tamperer with the database in hand might try, on entries 1 to 12.</summary>
    public static TheoryData<string> Tampering()
    {
        var all = new TheoryData<string>();
        var columns = new Dictionary<string, string>
        {
            ["at"] = "'2020-01-01 00:00:00.000'",
            ["place_id"] = "record_id",
            ["actor_id"] = "record_id",
            ["session_id"] = "record_id",
            ["act"] = "act || '!'",
            ["record_kind"] = "'Place'",
            ["record_id"] = "'00000000-0000-0000-0000-000000000001'",
            ["fields"] = "fields || ',Email'",
            ["reason_hash"] = "hash",
            ["previous"] = $"'{AuditEntry.Nothing}'",
            ["hash"] = $"'{AuditEntry.Nothing}'",
        };
        foreach (var (column, value) in columns)
        {
            foreach (var sequence in column == "previous" ? [2, 6, Entries] : new[] { 1, 6, Entries })
            {
                all.Add($"UPDATE platform_audit SET {column} = {value} WHERE sequence = {sequence}");
            }
        }

        for (var sequence = 1; sequence <= Entries; sequence++)
        {
            all.Add($"DELETE FROM platform_audit WHERE sequence = {sequence}"); // the last of these is a cut tail
        }

        all.Add("DELETE FROM platform_audit");
        all.Add("DELETE FROM platform_audit WHERE sequence > 6");
        all.Add("UPDATE platform_audit SET sequence = sequence + 100");
        all.Add("UPDATE platform_audit SET sequence = sequence - 1");
        all.Add("UPDATE platform_audit SET sequence = 13 WHERE sequence = 3");
        all.Add("UPDATE platform_audit_reason SET reason = reason || '?'");
        all.Add("UPDATE platform_audit_reason SET salt = salt || '?'");
        all.Add("INSERT INTO platform_audit SELECT sequence + 12, at, place_id, actor_id, session_id, act, record_kind, record_id, fields, reason_hash, previous, hash FROM platform_audit");
        return all;
    }

    [Fact]
    public void At_least_fifty_kinds_of_tampering_are_tried() => Assert.True(Tampering().Count >= 50);

    [Fact]
    public async Task A_chain_left_alone_holds()
    {
        await Fill();
        await using var connection = await Connect(site);
        Assert.Equal([], await Faults(site, connection));
    }

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task Tampering_shows(string sql)
    {
        await Fill();
        await using var connection = await Connect(site);
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.Execute(sql, default);
        Assert.Single(await Faults(site, connection));
        await transaction.RollbackAsync();
    }

    [Fact]
    public async Task A_reason_can_be_erased_and_the_chain_still_holds()
    {
        await Fill();
        await using var connection = await Connect(site);
        await using var transaction = await connection.BeginTransactionAsync();
        Assert.True(await connection.Execute("DELETE FROM platform_audit_reason", default) > 0);
        Assert.Equal([], await Faults(site, connection));
        await transaction.RollbackAsync();
    }

    [Fact]
    public async Task An_entry_names_the_fields_and_never_what_stands_in_them()
    {
        await using var own = new Site();
        var visitor = await own.SignIn("secret-canary@example.org");
        await (await visitor.Open("/me")).Press("Save", ("Name", "Canary Name"));
        var entries = await own.InDb(db => db.Set<AuditEntry>().OrderBy(one => one.Sequence).ToListAsync());
        Assert.Equal([("/sign-in/code Added", "Person", ""), ("/sign-in/code Added", "Session", ""), ("/me Changed", "Person", "Name")], entries.Select(one => (one.Act, one.RecordKind, one.Fields)));
        Assert.NotNull(entries[2].ActorId);
        Assert.NotNull(entries[2].SessionId);
        Assert.DoesNotContain("anary", string.Concat(entries.Select(one => one.Act + one.Fields + one.RecordKind)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eight_at_once_make_one_chain_without_fork_or_gap()
    {
        await using var own = new Site();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var time = 0; time < 10; time++)
            {
                await Add(own, $"writer-{writer}-{time}@example.org");
            }
        }));
        var entries = await own.InDb(db => db.Set<AuditEntry>().OrderBy(one => one.Sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 80).Select(number => (long)number), entries.Select(one => one.Sequence));
        await using var connection = await Connect(own);
        Assert.Equal([], await Faults(own, connection));
    }

    private static Task<DbConnection> Connect(Site site) => site.Services.GetRequiredService<Database>().Open(default);

    private static Task<IReadOnlyList<string>> Faults(Site site, DbConnection connection) => site.Services.GetServices<ICheck>().OfType<ChainHolds>().Single().Faults(connection, default);

    /// <summary>Twelve entries, each with a reason, and their head written down outside.</summary>
    private async Task Fill()
    {
        var there = await site.InDb(db => db.Set<AuditEntry>().CountAsync());
        for (var number = there; number < Entries; number++)
        {
            await Add(site, $"person-{number}@example.org");
        }

        await site.With<HeadsFile, bool>(async heads =>
        {
            await heads.Write(default);
            return true;
        });
    }

    private static async Task Add(Site site, string email)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Trail>().Because("Asked for by telephone");
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Add(new Person { Id = Guid.CreateVersion7(), Name = "Ann", Email = email, CreatedAt = site.Clock.GetUtcNow(), IsSample = false });
        await db.SaveChangesAsync();
    }

    /// <summary>A site whose heads lie in a folder of their own.</summary>
    public sealed class WithHeads : Site
    {
        private readonly string folder = Scratch.Folder("heads");

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Audit:Heads", Path.Combine(folder, "heads.txt"));
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing && Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
