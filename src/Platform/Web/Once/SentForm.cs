using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Web.Once;

/// <summary>The form that this request brought, if it brought one.</summary>
public sealed class SentForm(Database database, WriteGate gate, TimeProvider clock)
{
    /// <summary>A browser that sends again does so within minutes; a day is plenty.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private readonly Guid request = Guid.CreateVersion7();
    private string? hash;

    /// <summary>Whether anything was saved for the form, be it only a count of tries.</summary>
    internal bool DidSomething { get; private set; }

    internal bool IsUnderWay => hash is not null;

    internal void Begin(string ofForm) => hash = ofForm;

    /// <summary>Claims the form for this request. The connection must be in the transaction of what the form does.</summary>
    /// <exception cref="SentBeforeException">Another request has done it.</exception>
    internal async Task Claim(DbConnection connection, CancellationToken stop)
    {
        if (hash is null)
        {
            return;
        }

        DidSomething = true;
        var claimed = await connection.Execute(
            "INSERT INTO platform_sent_form (hash, request, sent_at) VALUES (@hash, @request, @at) ON CONFLICT (hash) DO NOTHING", stop,
            ("hash", hash), ("request", request), ("at", clock.GetUtcNow().UtcDateTime));
        if (claimed == 0 && await connection.Query("SELECT 1 FROM platform_sent_form WHERE hash = @hash AND request = @request", _ => true, stop, ("hash", hash), ("request", request)) is [])
        {
            throw new SentBeforeException();
        }
    }

    /// <summary>What was sent would not do: whoever sends the same again gets the same answer instead of none.</summary>
    internal async Task Forget(CancellationToken stop)
    {
        using var turn = database.IsSqlite ? await gate.Enter(stop) : null;
        await using var connection = await database.Open(stop);
        await connection.Execute("DELETE FROM platform_sent_form WHERE hash = @hash AND request = @request", stop, ("hash", hash), ("request", request));
    }

    internal static Task<int> RemoveOld(Db db, DateTimeOffset now, CancellationToken stop) =>
        db.Set<SentFormRow>().Where(form => form.SentAt < now - KeptFor).ExecuteDeleteAsync(stop);
}
