using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Web.Once;

namespace Trellis.Platform.Audit;

/// <summary>Writes what is done in this request or command into the history, in the same transaction as the deed itself.</summary>
public sealed class Trail(Acting acting, IHttpContextAccessor web, Database database, WriteGate gate, TimeProvider clock, SentForm sent)
{
    private const long ChainLock = 7_310_728;
    private string? act;
    private string? reason;
    private (Guid? Person, Guid? Session)? by;
    private readonly List<Deed> more = [];

    /// <summary>What a command or job calls itself in the history; a page is called by its address.</summary>
    public void Call(string name) => act = name;

    /// <summary>Why the next change is made, in the words of whoever makes it.</summary>
    public void Because(string? why) => reason = string.IsNullOrWhiteSpace(why) ? null : why.Trim();

    /// <summary>What follows is done by whoever holds a link or code that was mailed, and not by whoever happens to be signed in on the same computer.</summary>
    public void ByLink() => by = (null, null);

    /// <summary>What follows is done by this person, who has just proved who they are.</summary>
    public void By(Guid person, Guid session) => by = (person, session);

    /// <summary>Notes a deed that is no change of an audited record, to be written with what is saved next; the reason given is for that, not for this.</summary>
    public void Note(Deed deed) => more.Add(deed with { IsAside = true });

    /// <summary>What was noted, once.</summary>
    internal List<Deed> Noted()
    {
        List<Deed> noted = [.. more];
        more.Clear();
        return noted;
    }

    /// <summary>Notes that something confidential was looked at, before it is shown.</summary>
    /// <param name="fields">Which parts of the record, where it has several.</param>
    public async Task Read(string recordKind, Guid recordId, Guid? placeId, CancellationToken stop, params IReadOnlyList<string> fields)
    {
        using var turn = database.IsSqlite ? await gate.Enter(stop) : null;
        await using var connection = await database.Open(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await Append(connection, database.IsSqlite, [new(recordKind, recordId, placeId, DeedKind.Read, fields)], stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Adds to the chain. The connection must be in a transaction that has the right to write.</summary>
    public async Task Append(DbConnection connection, bool isSqlite, IReadOnlyList<Deed> deeds, CancellationToken stop)
    {
        await sent.Claim(connection, stop);
        if (!isSqlite)
        {
            await connection.Execute("SELECT pg_advisory_xact_lock(@lock)", stop, ("lock", ChainLock)); // SQLite has one writer anyway
        }

        var last = await connection.Query("SELECT sequence, hash FROM platform_audit ORDER BY sequence DESC LIMIT 1", row => (row.GetInt64(0), row.GetString(1)), stop);
        var (sequence, previous) = last is [var found] ? found : (0, AuditEntry.Nothing);
        foreach (var deed in deeds)
        {
            previous = await Append(connection, deed, ++sequence, previous, stop);
        }

        reason = null;
    }

    private async Task<string> Append(DbConnection connection, Deed deed, long sequence, string previous, CancellationToken stop)
    {
        var salt = reason is null || deed.IsAside ? null : Secret.Make();
        var entry = Entry(deed, sequence, previous, salt);
        var hash = AuditEntry.HashOf(entry);
        await connection.Execute(
            """
            INSERT INTO platform_audit (sequence, at, place_id, actor_id, session_id, act, record_kind, record_id, fields, reason_hash, previous, hash)
            VALUES (@sequence, @at, @place, @actor, @session, @act, @kind, @record, @fields, @reason, @previous, @hash)
            """,
            stop, ("sequence", sequence), ("at", entry.At.UtcDateTime), ("place", entry.PlaceId), ("actor", entry.ActorId), ("session", entry.SessionId), ("act", entry.Act),
            ("kind", entry.RecordKind), ("record", entry.RecordId), ("fields", entry.Fields), ("reason", entry.ReasonHash), ("previous", previous), ("hash", hash));
        if (salt is not null)
        {
            await connection.Execute(
                "INSERT INTO platform_audit_reason (sequence, salt, reason) VALUES (@sequence, @salt, @reason)", stop, ("sequence", sequence), ("salt", salt), ("reason", reason));
        }

        return hash;
    }

    private AuditEntry Entry(Deed deed, long sequence, string previous, string? salt)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new()
        {
            Sequence = sequence,
            At = new(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero),
            PlaceId = deed.PlaceId,
            ActorId = by is { } known ? known.Person : acting.Person?.PersonId,
            SessionId = by is { } own ? own.Session : acting.Person?.SessionId,
            Act = $"{act ?? Address() ?? "installation"} {deed.Kind}",
            RecordKind = deed.RecordKind,
            RecordId = deed.RecordId,
            Fields = string.Join(',', deed.Fields),
            ReasonHash = salt is null ? null : AuditEntry.HashOf(salt, reason!),
            Previous = previous,
            Hash = "",
        };
    }

    private string? Address() => (web.HttpContext?.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } pattern ? "/" + pattern.TrimStart('/') : null;
}
