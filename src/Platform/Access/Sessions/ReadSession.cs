using System.Data.Common;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>The person behind a session's token, with the roles they hold at this moment.</summary>
internal sealed class ReadSession(Database database, WriteGate gate, TimeProvider clock)
{
    /// <summary>So long after they were given a staff role, a mailed code alone lets nobody use it.</summary>
    public static readonly TimeSpan WeekWithoutPasskey = TimeSpan.FromDays(7);

    private static readonly TimeSpan IdleForStaff = TimeSpan.FromHours(1);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>Null where the session is over or never was.</summary>
    public async Task<Actor?> Handle(string token, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.Open(stop);
        var rows = await connection.Query(
            """
            SELECT session.id, person.id, person.name, person.email, session.stepped_up_at, session.seen_at, appointment.role, appointment.scope_id,
                session.way, session.passkey_at, session.created_at, appointment.since, EXISTS (SELECT 1 FROM platform_passkey passkey WHERE passkey.person_id = person.id)
            FROM platform_session session
            JOIN platform_person person ON person.id = session.person_id
            LEFT JOIN platform_appointment appointment ON appointment.person_id = person.id AND appointment.ended_at IS NULL
            WHERE session.token_hash = @hash AND session.ended_at IS NULL AND session.ends_at > @now AND person.disabled_at IS NULL
            """,
            Row.Read, stop, ("hash", Secret.Hash(token)), ("now", now.UtcDateTime));
        if (rows is not [var first, ..] || (rows.Any(row => row.IsStaff) && (now - first.SeenAt >= IdleForStaff || now - first.CreatedAt >= OpenSession.ForStaff)))
        {
            return null;
        }

        if (now - first.SeenAt > SeenEvery)
        {
            await Seen(connection, first.SessionId, now, stop);
        }

        var withheld = rows.Where(row => row.IsWithheld(now)).ToList();
        var actor = first.Actor with { Roles = [.. rows.Except(withheld).Select(row => row.Role).OfType<Held>()], Withheld = [.. withheld.Select(row => row.Role).OfType<Held>()] };
        return actor.MustUsePasskey && !first.HasShownPasskey ? actor with { SteppedUpAt = DateTimeOffset.MinValue } : actor;
    }

    private async Task Seen(DbConnection connection, Guid session, DateTimeOffset now, CancellationToken stop)
    {
        using var turn = database.IsSqlite ? await gate.Enter(stop) : null;
        await connection.Execute("UPDATE platform_session SET seen_at = @now WHERE id = @id", stop, ("now", now.UtcDateTime), ("id", session));
    }

    private sealed record Row(Guid SessionId, Actor Actor, DateTimeOffset SeenAt, DateTimeOffset CreatedAt, bool HasShownPasskey, Held? Role, DateTimeOffset? Since)
    {
        public bool IsStaff => Role is { } held && held.Role.IsStaff();

        public bool IsWithheld(DateTimeOffset now) => IsStaff && !HasShownPasskey && now - Since >= WeekWithoutPasskey;

        public static Row Read(DbDataReader row)
        {
            var name = row.GetString(2);
            var email = row.GetString(3);
            var actor = new Actor(row.GetGuid(1), name.Length > 0 ? name : email.Split('@')[0], email, row.GetGuid(0), row.Instant(4), []) { HasPasskey = row.GetBoolean(12) };
            var hasShown = !row.IsDBNull(9) || Enum.Parse<SignInWay>(row.GetString(8)) is SignInWay.OpenId or SignInWay.Sample; // the outside site has its own proof; sample people have no devices
            return row.IsDBNull(6)
                ? new(row.GetGuid(0), actor, row.Instant(5), row.Instant(10), hasShown, null, null)
                : new(row.GetGuid(0), actor, row.Instant(5), row.Instant(10), hasShown, new(Enum.Parse<Role>(row.GetString(6)), row.GetGuid(7)), row.Instant(11));
        }
    }
}
