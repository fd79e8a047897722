using System.Data.Common;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>Takes a list back that somebody brought: nothing of it counts any more. It comes back whole when it is brought in again.</summary>
internal sealed class TakeListBack(Database database, WriteGate gate, ReadImports read, IEnumerable<ITakeBack> parts, Trail trail, TimeProvider clock)
{
    public async Task<Result<Guid>> Handle(Place place, Guid importId, string? why, CancellationToken stop)
    {
        if (FreeText.Line(why) is not { } reason)
        {
            return new Problem("Why", "Say why, for those who ask later.");
        }

        if (await read.One(place.Id, importId, stop) is not var (import, source) || !CanBe(source))
        {
            return new Problem("", "This list cannot be taken back: it comes with the installation.");
        }

        await using var turn = await ImportTurn.Wait(database, gate, stop);
        var now = clock.GetUtcNow();
        if (!await Mark(turn.Connection, source.Id, now, stop))
        {
            return new Problem("", "Somebody has taken this list back just now.");
        }

        foreach (var part in parts)
        {
            await part.Handle(new(place, source, turn.Connection, now), stop);
        }

        trail.Because(reason);
        await trail.Append(turn.Connection, database.IsSqlite, [new(nameof(Import), import.Id, place.Id, DeedKind.Changed, ["WithdrawnAt"])], stop);
        await Stamps.Raise(turn.Connection, "imports", stop);
        await turn.Keep(stop);
        return importId;
    }

    /// <summary>Those that people brought themselves: the lists of the installation would come in again at its next start.</summary>
    public static bool CanBe(Sources.Source source) => SourceDetails.IsOwn(source.Key);

    private static async Task<bool> Mark(DbConnection connection, Guid source, DateTimeOffset now, CancellationToken stop) =>
        await connection.Execute("UPDATE platform_source SET withdrawn_at = @now, version = version + 1 WHERE id = @source AND withdrawn_at IS NULL", stop, ("now", now.UtcDateTime), ("source", source)) == 1;
}
