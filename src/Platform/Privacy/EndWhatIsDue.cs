using Trellis.Platform.Access;
using Trellis.Platform.Data;

namespace Trellis.Platform.Privacy;

/// <summary>Ends what has been kept long enough: a preview first, then each night for itself.</summary>
public sealed class EndWhatIsDue(Database database, WriteGate gate, Register register, HoldPerson hold, TimeProvider clock)
{
    /// <summary>How many rows of one table are due, or were ended.</summary>
    public sealed record Line(PersonalTable Table, long Rows);

    /// <param name="place">Only what belongs to this place; all where null.</param>
    public async Task<IReadOnlyList<Line>> Preview(CancellationToken stop, Guid? place = null)
    {
        await using var connection = await database.Open(stop);
        var held = await Held(stop);
        var lines = new List<Line>();
        foreach (var table in Timed(place))
        {
            lines.Add(new(table, await PersonsRows.Due(connection, table, clock.GetUtcNow(), held, stop, place)));
        }

        return lines;
    }

    /// <param name="place">As in <see cref="Preview"/>.</param>
    public async Task<IReadOnlyList<Line>> Handle(CancellationToken stop, Guid? place = null)
    {
        var held = await Held(stop);
        var lines = new List<Line>();
        foreach (var table in Timed(place))
        {
            using var turn = database.IsSqlite ? await gate.Enter(stop) : null; // a turn for each table, so that others write in between
            await using var connection = await database.Open(stop);
            lines.Add(new(table, await PersonsRows.End(connection, table, clock.GetUtcNow(), held, stop, place)));
        }

        return lines;
    }

    /// <summary>Of whom nothing ends for now, whichever place said so.</summary>
    private async Task<IReadOnlyList<Person>> Held(CancellationToken stop) => [.. (await hold.All(null, stop)).Select(line => line.Person).DistinctBy(person => person.Id)];

    private IEnumerable<PersonalTable> Timed(Guid? place) => register.Personal.Where(table => table.Kept.Since is not null && table.OnEnd != Ending.Keep && (place is null || table.IsOfPlace));
}
