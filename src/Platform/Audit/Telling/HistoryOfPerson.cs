using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Platform.Audit;

/// <summary>Which records of the chain are about a person.</summary>
public sealed class HistoryOfPerson(Db db)
{
    private static readonly string[] Theirs = [nameof(Passkey), nameof(Consent), nameof(OutsideIdentity), nameof(Session)];

    /// <summary>Their account, their roles in the place, and what belongs to their account, also what is gone by now.</summary>
    public async Task<HistoryAsked> Of(Guid personId, Guid placeId, CancellationToken stop)
    {
        var roles = await db.Set<Appointment>().Where(role => role.PersonId == personId && (role.PlaceId == placeId || role.PlaceId == null)).Select(role => role.Id).ToListAsync(stop);
        var passkeys = await db.Set<Passkey>().Where(one => one.PersonId == personId).Select(one => one.Id).ToListAsync(stop);
        var outside = await db.Set<OutsideIdentity>().Where(one => one.PersonId == personId).Select(one => one.Id).ToListAsync(stop);
        var once = await db.Set<AuditEntry>().Where(entry => entry.ActorId == personId && Theirs.Contains(entry.RecordKind)).Select(entry => entry.RecordId).Distinct().ToListAsync(stop);
        return new([personId, .. roles, .. passkeys, .. outside, .. once], placeId) { By = personId, WithReading = true };
    }
}
