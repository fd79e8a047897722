using Trellis.Platform.Data;

namespace Trellis.Platform.Privacy;

/// <summary>Ends what has been kept long enough: a preview first, then each night for itself.</summary>
public sealed class EndWhatIsDue(Database database, WriteGate gate, Register register, TimeProvider clock)
{
    /// <summary>How many rows of one table are due, or were ended.</summary>
    public sealed record Line(PersonalTable Table, long Rows);

    public async Task<IReadOnlyList<Line>> Preview(CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var lines = new List<Line>();
        foreach (var table in Timed)
        {
            lines.Add(new(table, await PersonsRows.Due(connection, table, clock.GetUtcNow(), stop)));
        }

        return lines;
    }

    public async Task<IReadOnlyList<Line>> Handle(CancellationToken stop)
    {
        var lines = new List<Line>();
        foreach (var table in Timed)
        {
            using var turn = database.IsSqlite ? await gate.Enter(stop) : null; // a turn for each table, so that others write in between
            await using var connection = await database.Open(stop);
            lines.Add(new(table, await PersonsRows.End(connection, table, clock.GetUtcNow(), stop)));
        }

        return lines;
    }

    private IEnumerable<PersonalTable> Timed => register.Personal.Where(table => table.Kept.Since is not null && table.OnEnd != Ending.Keep);
}
