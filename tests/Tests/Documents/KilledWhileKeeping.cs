using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Documents;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;
using Trellis.Tests.Durability;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Documents;

/// <summary>kill -9 while documents are added, replaced and removed: no file without its record, no record without its file, nothing acknowledged is lost, nothing removed is left.</summary>
public sealed class KilledWhileKeeping(Site site, ITestOutputHelper output) : IClassFixture<Site>
{
    private const string Connection = "TRELLIS_TEST_LOAD_DB";
    private const string Ledger = "TRELLIS_TEST_LOAD_LEDGER";
    private const int Writers = 4;
    private const int Enough = 25;

    private static readonly int Times = TestDatabase.IsPostgres ? 3 : 8;

    [Fact]
    public async Task No_document_is_half_kept()
    {
        var place = await site.OnePlace();
        for (var number = 0; number < Writers; number++)
        {
            await site.OneGroup(place);
        }

        var ledger = Scratch.File("ledger");
        var random = new Random(3);
        for (var time = 0; time < Times; time++)
        {
            var before = Lines(ledger).Count;
            using var child = Child.Test("Trellis.Tests.Documents.KilledWhileKeeping.Keep_until_killed", (Connection, site.Database.Connection), (Ledger, ledger));
            while (Lines(ledger).Count < before + Enough)
            {
                Assert.False(child.HasEnded, child.HasEnded ? (await child.End()).Said : "");
                await Task.Delay(20);
            }

            await Task.Delay(random.Next(100));
            await child.Kill();
            await Check(Lines(ledger));
        }

        output.WriteLine($"Killed {Times} times, {Lines(ledger).Count} acknowledged.");
        Assert.Contains(Lines(ledger), line => line[0] == '-');
        File.Delete(ledger);
    }

    /// <summary>The process that gets killed.</summary>
    [Fact(Explicit = true)]
    public async Task Keep_until_killed()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "trellis" });
        builder.Configuration["ConnectionStrings:Db"] = Environment.GetEnvironmentVariable(Connection) ?? throw new InvalidOperationException("This test is started by the one above.");
        await using var app = App.Site.Build(builder);
        await using var ledger = new FileStream(Environment.GetEnvironmentVariable(Ledger)!, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        var pen = new Lock();
        await using var scope = app.Services.CreateAsyncScope();
        var groups = await scope.ServiceProvider.GetRequiredService<Db>().Set<Organisation>().AsNoTracking().ToListAsync();
        await Task.WhenAll(groups.Select(group => Task.Run(() => Keep(app.Services, group, line =>
        {
            lock (pen)
            {
                ledger.Write(System.Text.Encoding.ASCII.GetBytes(line + "\n"));
                ledger.Flush();
            }
        }))));
    }

    private static async Task Keep(IServiceProvider services, Organisation group, Action<string> note)
    {
        var random = new Random();
        var form = new DocumentForm { Sort = nameof(DocumentSort.Accounts), Readers = nameof(Readers.Own) };
        while (true)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            var document = (await scope.ServiceProvider.GetRequiredService<AddDocument>().Handle(group, form, Some(random), Guid.CreateVersion7(), default)).Value;
            note($"+{document}");
            await scope.ServiceProvider.GetRequiredService<ChangeDocument>().Handle(group, new(document, 0, form, Some(random), Guid.CreateVersion7()), default);
            if (await db.DocumentsOf(group.Id).CountAsync() > 5)
            {
                var oldest = await db.DocumentsOf(group.Id).OrderBy(one => one.Id).Select(one => one.Id).FirstAsync();
                note($"?{oldest}");
                await scope.ServiceProvider.GetRequiredService<RemoveDocument>().Handle(group.Id, oldest, default);
                note($"-{oldest}");
            }
        }
    }

    private static ArrivedFile Some(Random random) =>
        new("minutes.txt", new MemoryStream(GoodFiles.Text(string.Concat(Enumerable.Range(0, random.Next(1, 30_000)).Select(number => (char)('a' + (number % 26)))))));

    private async Task Check(IReadOnlyCollection<string> noted)
    {
        using var database = new Database(site.Database.Connection);
        await using var connection = await database.Open(default);
        Assert.Equal([], await new FilesHold([new("groups_document", "file_id")]).Faults(connection, default));
        Assert.Equal(await connection.Value<long>("SELECT count(*) FROM groups_document", default), await connection.Value<long>("SELECT count(*) FROM platform_file_content", default));
        var kept = (await connection.Query("SELECT id FROM groups_document", row => row.GetGuid(0), default)).ToHashSet();
        Assert.Empty(Ids(noted, '+').Except(Ids(noted, '?')).Except(kept));
        Assert.Empty(Ids(noted, '-').Intersect(kept));
    }

    private static IEnumerable<Guid> Ids(IEnumerable<string> noted, char sign) => noted.Where(line => line[0] == sign).Select(line => Guid.Parse(line[1..]));

    /// <summary>Whole lines only: the last one may have been cut off by the kill.</summary>
    private static List<string> Lines(string ledger)
    {
        if (!File.Exists(ledger))
        {
            return [];
        }

        using var file = new FileStream(ledger, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length == 37)];
    }
}
