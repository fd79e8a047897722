using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Claiming;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;

namespace Trellis.Groups.Telling;

/// <summary>Names groups in the history, and claims by their group.</summary>
internal sealed class NameGroups(Db db) : IRecordNames
{
    public IReadOnlyCollection<string> Kinds => [nameof(Organisation), nameof(Claim)];

    public async Task<IReadOnlyDictionary<Guid, RecordName>> Of(Guid placeId, string kind, IReadOnlyCollection<Guid> ids, CancellationToken stop) => kind == nameof(Organisation)
        ? await db.Organisations(placeId).Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => new RecordName(one.Name, "/groups/" + one.Slug), stop)
        : await (
            from claim in db.Set<Claim>()
            join claimed in db.Organisations(placeId) on claim.OrganisationId equals claimed.Id
            join person in db.Set<Person>() on claim.PersonId equals person.Id
            where ids.Contains(claim.Id)
            select new { claim.Id, claimed.Name, claimed.Slug, person }).ToDictionaryAsync(one => one.Id, one => new RecordName(one.Name, "/groups/" + one.Slug, one.person.ShownName), stop);
}
