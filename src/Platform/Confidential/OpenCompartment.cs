using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Confidential;

/// <summary>Opens the confidential compartment of a place, once the law is named and the policy document is there; and shuts it again.</summary>
internal sealed class OpenCompartment(Db db, KeyRing keys, TimeProvider clock)
{
    private static readonly Problem NoPolicy = new("", "Put the place’s policy document here first. The law asks for one before such notes are kept.");

    public Task<Compartment?> Of(Guid placeId, CancellationToken stop) => db.Set<Compartment>().FirstOrDefaultAsync(one => one.PlaceId == placeId, stop);

    /// <param name="conditions">Names of <see cref="LawCondition"/>.</param>
    public async Task<Result<Compartment>> Handle(Guid placeId, IReadOnlyList<string> conditions, CancellationToken stop)
    {
        var compartment = await Of(placeId, stop);
        var known = conditions.Where(name => Enum.GetNames<LawCondition>().Contains(name)).Distinct().ToList();
        var problems = new List<Problem>();
        if (known.Count == 0)
        {
            problems.Add(new("Conditions", "Choose on what ground in law confidential notes are kept."));
        }

        if (compartment?.PolicyFileId is null)
        {
            problems.Add(NoPolicy);
        }

        if (problems.Count > 0)
        {
            return problems.ToArray();
        }

        if (await keys.Ensure(stop) is { Succeeded: false } missing)
        {
            return missing.Problems[0];
        }

        compartment!.Conditions = string.Join(',', known);
        compartment.OpenedAt = compartment.ClosedAt is null ? compartment.OpenedAt : clock.GetUtcNow();
        compartment.ClosedAt = null;
        await db.SaveChangesAsync(stop);
        return compartment;
    }

    /// <summary>False where it is shut already.</summary>
    public async Task<bool> Shut(Guid placeId, CancellationToken stop)
    {
        if (await Of(placeId, stop) is not { ClosedAt: null } compartment)
        {
            return false;
        }

        compartment.ClosedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(stop);
        return true;
    }
}
