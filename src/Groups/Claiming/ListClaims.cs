using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Data;

namespace Trellis.Groups.Claiming;

/// <summary>The claims that are still to be decided, the oldest first.</summary>
internal sealed class ListClaims(Db db)
{
    private const int Most = 50;

    public sealed record Line(Claim Claim, Organisation Group, Person Person);

    /// <param name="organisation">Of this group only; null for all of the place.</param>
    public async Task<IReadOnlyList<Line>> Handle(Guid placeId, Guid? organisation, CancellationToken stop)
    {
        var rows = await (
            from claim in db.Set<Claim>().AsNoTracking()
            join of in db.Organisations(placeId).AsNoTracking() on claim.OrganisationId equals of.Id
            join person in db.Set<Person>().AsNoTracking() on claim.PersonId equals person.Id
            where claim.PlaceId == placeId && (organisation == null || claim.OrganisationId == organisation)
                && (claim.State == ClaimState.Proving || claim.State == ClaimState.AskedLead || claim.State == ClaimState.Waiting)
            orderby claim.ClaimedAt, claim.Id
            select new { claim, of, person }).Take(Most).ToListAsync(stop);
        return [.. rows.Select(row => new Line(row.claim, row.of, row.person))];
    }

    /// <summary>One claim to be changed; null where the place (or the group) has none of this id.</summary>
    public Task<Claim?> One(Guid placeId, Guid? organisation, Guid id, CancellationToken stop) =>
        db.Set<Claim>().FirstOrDefaultAsync(one => one.Id == id && one.PlaceId == placeId && (organisation == null || one.OrganisationId == organisation), stop);
}
