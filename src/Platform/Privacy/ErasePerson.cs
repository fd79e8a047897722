using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;
using Trellis.Platform.Places;

namespace Trellis.Platform.Privacy;

/// <summary>Takes a person out of everything: what is theirs goes, what others need stays without them. The history still holds, since it never held more than their id.</summary>
public sealed class ErasePerson(Db db, Database database, WriteGate gate, Register register, Trail trail, ErasedList erased, ReadFolder letters, HoldPerson hold, IEnumerable<IForget> parts)
{
    /// <summary>How many rows of which table were touched.</summary>
    public sealed record Done(IReadOnlyDictionary<string, int> Rows);

    /// <summary>Null where there is no such person.</summary>
    public async Task<Result<Done>?> Handle(Guid personId, string? reason, CancellationToken stop)
    {
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == personId, stop) is not { } person)
        {
            return null;
        }

        if (await hold.IsHeld(personId, stop))
        {
            return HoldPerson.Held;
        }

        if (await NeededBy(person, stop) is { } needed)
        {
            return needed;
        }

        trail.Because(reason);
        await erased.Add(person.Id, stop); // first: a crash in between erases once too often at the next restore, never once too seldom
        var rows = await Erase(person, stop);
        await Settle(stop);
        return new Done(rows);
    }

    /// <summary>Takes out only what one place keeps of somebody who is known in others too; the account stays. Null where there is no such person.</summary>
    public async Task<Result<Done>?> Handle(Guid personId, Guid placeId, string? reason, CancellationToken stop)
    {
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == personId, stop) is not { } person)
        {
            return null;
        }

        if (await hold.IsHeld(personId, stop))
        {
            return HoldPerson.Held;
        }

        if (await db.IsLastAdministrator(person, placeId, stop))
        {
            return new Problem("", "This is the only administrator of the place. Make somebody else one first.");
        }

        trail.Because(reason);
        await erased.Add(person.Id, placeId, stop);
        var rows = await Erase(person, stop, placeId);
        await Settle(stop);
        return new Done(rows);
    }

    /// <summary>Erases again what a restored backup brought back; returns how many people that were.</summary>
    /// <param name="madeAt">When the backup was made: what a place erased before that and holds again has come anew.</param>
    public async Task<int> Again(CancellationToken stop, DateTimeOffset? madeAt = null)
    {
        var again = 0;
        trail.Call("restore");
        foreach (var gone in await erased.Read(stop))
        {
            if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(person => person.Id == gone, stop) is { } back)
            {
                await Erase(back, stop);
                again++;
            }
        }

        foreach (var (gone, place, _) in (await erased.OfPlaces(stop)).Where(one => madeAt is null || one.At >= madeAt))
        {
            if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(person => person.Id == gone, stop) is { } back && await db.PeopleOf(place).AnyAsync(person => person.Id == gone, stop))
            {
                await Erase(back, stop, place);
                again++;
            }
        }

        if (again > 0)
        {
            await Settle(stop);
        }

        return again;
    }

    private async Task<Dictionary<string, int>> Erase(Person who, CancellationToken stop, Guid? place = null)
    {
        var (person, email) = (who.Id, who.Email);
        foreach (var part in parts)
        {
            await part.Forget(email, who.Name, place, stop); // before the account goes: whoever is cut off here can press again
        }

        using var turn = database.IsSqlite ? await gate.Enter(stop) : null;
        await using var connection = await database.Open(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        var rows = new Dictionary<string, int>();
        foreach (var table in register.Personal.Where(table => place is null || table.IsOfPlace).OrderBy(table => table.Table == "platform_person")) // last, since others point to it
        {
            rows[table.Table] = await PersonsRows.Erase(connection, table, person, email, stop, place);
        }

        await trail.Append(connection, database.IsSqlite, [place is null ? new("Person", person, null, DeedKind.Removed, []) : new("Person", person, place, DeedKind.Changed, ["Place"])], stop);
        await transaction.CommitAsync(stop);
        if (place is null)
        {
            letters.Forget(email);
        }

        return rows;
    }

    /// <summary>What was erased must not linger in the journal or in free pages.</summary>
    private async Task Settle(CancellationToken stop)
    {
        if (database.IsSqlite)
        {
            using var turn = await gate.Enter(stop);
            await using DbConnection connection = await database.Open(stop);
            await connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)", stop);
        }
    }

    /// <summary>Who would be left without anybody in charge; null where nobody would.</summary>
    private async Task<Problem?> NeededBy(Person person, CancellationToken stop)
    {
        if (await db.IsLastOperator(person, stop))
        {
            return new("", "This is the last person who can run the installation. Give that role to somebody else first.");
        }

        foreach (var place in await db.Places().AsNoTracking().OrderBy(place => place.Id).ToListAsync(stop))
        {
            if (await db.IsLastAdministrator(person, place.Id, stop))
            {
                return new("", $"This is the only administrator of {place.Name}. Make somebody else one first.");
            }
        }

        return null;
    }
}
