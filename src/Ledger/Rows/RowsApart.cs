using Microsoft.EntityFrameworkCore;
using Trellis.Ledger.Book;
using Trellis.Platform.Data;
using Trellis.Platform.Sources;

namespace Trellis.Ledger.Rows;

/// <summary>The rows that must not stand among others in a file: those that came from a list under a share-alike licence, and stand in no other list.</summary>
internal sealed class RowsApart
{
    private readonly HashSet<int> intakes;
    private readonly HashSet<int> grantsElsewhere;

    private RowsApart(IReadOnlyList<Guid> sources, HashSet<int> intakes, HashSet<int> grantsElsewhere) =>
        (Sources, this.intakes, this.grantsElsewhere) = (sources, intakes, grantsElsewhere);

    /// <summary>The lists under such a licence.</summary>
    public IReadOnlyList<Guid> Sources { get; }

    /// <summary>Whether any of these lists brought money.</summary>
    public bool Any => intakes.Count > 0;

    public static async Task<RowsApart> Read(Db db, Guid placeId, CancellationToken stop)
    {
        var sources = await db.ShareAlike(placeId, stop);
        if (sources.Count == 0)
        {
            return new([], [], []);
        }

        var intakes = await db.Set<Intake>().Where(intake => intake.PlaceId == placeId && sources.Contains(intake.SourceId)).Select(intake => intake.Id).ToListAsync(stop);
        var elsewhere = await (
            from other in db.Set<GrantElsewhere>()
            join intake in db.Set<Intake>() on other.IntakeId equals intake.Id
            join grant in db.Set<Grant>() on other.GrantId equals grant.Id
            where intake.PlaceId == placeId && !sources.Contains(intake.SourceId) && intakes.Contains(grant.IntakeId)
            select grant.Id).Distinct().ToListAsync(stop);
        return new(sources, [.. intakes], [.. elsewhere]);
    }

    /// <param name="kind">What it is.</param>
    /// <param name="id">The number of the grant or payment.</param>
    /// <param name="intake">The file that it is counted from.</param>
    public bool Holds(MoneyKind kind, int id, int intake) => intakes.Contains(intake) && !(kind == MoneyKind.Grants && grantsElsewhere.Contains(id));
}
