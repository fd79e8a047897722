using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Events;

namespace Trellis.Tests.Durability;

/// <summary>The process that gets killed: eight writers who note each write outside once the product has acknowledged it.</summary>
public sealed class WriteLoad
{
    public const string Connection = "TRELLIS_TEST_LOAD_DB";
    public const string Ledger = "TRELLIS_TEST_LOAD_LEDGER";

    private const int Writers = 8;

    [Fact(Explicit = true)]
    public async Task Write_until_killed()
    {
        var connection = Environment.GetEnvironmentVariable(Connection) ?? throw new InvalidOperationException("This test is started by KilledUnderLoad.");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "trellis" });
        builder.Configuration["ConnectionStrings:Db"] = connection;
        await using var app = App.Site.Build(builder);
        await using var ledger = new FileStream(Environment.GetEnvironmentVariable(Ledger)!, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        var pen = new Lock();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(() => Write(app.Services, id =>
        {
            lock (pen)
            {
                ledger.Write(System.Text.Encoding.ASCII.GetBytes($"{id:D}\n"));
                ledger.Flush();
            }
        }))));
    }

    private static async Task Write(IServiceProvider services, Action<Guid> acknowledge)
    {
        while (true)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            var now = TimeProvider.System.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            db.Add(new OutboxMessage { Id = id, At = now, Type = "load", Body = new string('x', 500) });
            db.Add(new Person { Id = id, Name = "", Email = $"{id:n}@example.org", CreatedAt = now, IsSample = false }); // kept in the history, too
            await db.SaveChangesAsync();
            acknowledge(id);
        }
    }
}
